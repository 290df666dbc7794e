/**
 * Words that common passwords are made of. A password is refused when nothing else is left of it once case, digits and
 * signs at its ends and the usual replacements ("p@ssw0rd") are undone, so each word stands for all its variants.
 */
const WORDS = `
aaa aaaa aaaaaa aabbcc aamir aarti abc abcabc abcd abcde abcdef abcdefg abcdefgh abcxyz access accord account action
adidas admin administrator adobe adrian again ahmed ahmedabad airborne airforce aishu aishwarya ajay akshay alaska
albert alex alexander alexandra alexis ali alia alicia alison allah allison alluarjun alpha always alyssa amanda
amazon amen america american amit amitabh ananya anderson andre andrea andrew andrey android angel angela angelic
angelo angels anil animal anita anjali anthony antonio anything apollo apple apples april archana ariel arizona arjun
army arnold arsenal arthur artist arun asd asdasd asdf asdfgh asdfghjkl asdfjkl asha ashley ashok assam asshole audi
august auntie austin autumn avalon avatar avengers awesome aze azeaze azerty baba bablu babu baby babyboy babygirl
babylove badass badboy badger bailey bajrangbali bambi banana bandit bangalore bank banker barbara barbie barcelona
barney bart baseball basketball bastard batman baxter bbbbbb bear beatles beautiful beauty beaver beavis beer bella
bengaluru benjamin berlin bestfriend bestfriends beta beti bhai bhaiya bharat bharatmata bhopal bible bigboy bigdaddy
bigdog bigred bihar bill billion billy birdie birthday biscuit bishop bismillah bitch bitches black blackblack blaster
blazer blessed blessing blink blue blueberry bluetooth bmw bobby bollocks bombay bonnie boobies booboo booger boogie
boomer boss boston boxing boy boyfriend boys bradley brandon brandy braves brazil brenda brian brittany bronco broncos
brooke brooklyn brother brown brutus bubba bubbles buddha buddy budlight buffalo bulldog bulldogs bullet bullshit
bunny bunty burger burton business buster butter butterfly butthead calcutta california calvin camaro camera cameron
canada candy captain cardinal carlos carmen carolina caroline carter cartman cash casper cassie cat cats celtic
champion chance chandigarh change changeme charles charlie cheese cheesecake chelsea chennai chennaisuperkings
cherokee cherry chester chevelle chevy chicago chicken chief chintu chloe chocolate chopper chotu chris christ
christian christmas christopher church cinderella cisco claire class classic claudia clubbing cocacola coffee college
colorado commander company compaq computer connor contrasena cookie cookies cool cooper copper corona corvette cougar
counter courtney cousin cowboy cowboys crazy creative cricket crystal cupcake customer cute cutie cutiepie dad daddy
daisy dakota dallas dance dancer dancing danger daniel daniela danielle darkness darkside dave david death debbie
december deepa deepak deepika default delhi demo demon denise dennis denver desktop destiny devil dexter dhoni diablo
diamond diamonds dick didi diesel digger digital dil dinesh director disco disney divya doctor dog doggie doggy dogs
dollar dolphin dolphins domino donald donkey dost dosti douglas dragon dragonball dravid dreamer dreams driver
drowssap drummer drunk ducati duke dumbo duncan durga eagle eagles eclipse edc edward einstein electric elephant
elizabeth elsa elvis emily eminem emma empire engineer england enigma enter eric eternity eugene everything example
explorer extreme facebook faith falcon family fantasy father february fender ferrari fire fireman fish fishing
flipkart florida flower flowers fluffy flyers football ford forest forever fortnite francis frank frankie franklin
fred freddy free freedom friday friend friends frodo froggy frozen fuck fucker fuckme fuckoff fuckyou fun funny
gabriel galaxy galina galore game gamer games gandalf ganesan ganesh ganesha ganguly ganpati ganpatibappa garfield
gateway gators geeta gemini general genesis genius george georgia gfhjkm ghost giants gibson ginger girl girlfriend
girls gita gmail goa goblue god godisgood godislove godzilla goku gold golden golf golfer golu goober goodbye goodluck
goodmorning goofy google gopal gordon gorgeous govind grace grandma grandpa gray green gregory grey guddu guest
guinness guitar gujarat gunner guys hahaha halo hammer handsome hannah hanuman happiness happy hard hardcore
harekrishna harley harleydavidson harmony harry harrypotter hawaii hawk heather heaven hell hello hellohello
hellokitty helloworld helpdesk helpme hendrix hermione hero heroes hey hi himachal hindu hindustan hiphop hippie
hitman hobbes hobbit hockey hogwarts holiday homer homeservice homeservices homework honda honey honeybunny hooters
hope hopeful horny horse horses hotdog hotgirl hotmail hotrod hotstar hottie house houston howard hrithik hulk hummer
hunter husband hyderabad iceman ihateyou ilovegod ilovejesus iloveu iloveyou incredibleindia india indian indore
infinity instagram internet iphone ipl ireland ironman itachi jaan jaanu jack jackass jackie jackson jaguar jaihanuman
jaihind jaimatadi jaipur jaishreeram jaishriram jake james january jasmine jason jasper jedi jeffrey jennifer jeremy
jessica jessie jester jesus jesuschrist jesussaves jimmy jindagi john johnny johnson joker jonathan jordan joseph
joshua july june junior jupiter justice justin juventus jyoti kajal kanpur karan kareena karina karnataka karthik
kashmir katrina kavita kawasaki kelly kerala kermit kevin keyboard khan killer kimberly king kiran kirill kitten kitty
klaster knight kohli kolkata kolkataknightriders komal krishna krishnaa kristina kuldeep kumar lacrosse lady lakers
lakshmi lalala lalita laptop lasvegas lauren lawyer laxmi lazy legend legendary leslie letmein liberty library
lightning lily link linkedin linux lion little liverpoo liverpool lizard lkjhgfdsa login logitech london loser louise
love lovebug lovelove lovely loveme lover loverboy lovers loveyou lucifer luck lucknow lucky lucy luffy macintosh
maddog madison madmax madonna madras madrid maggie magic magnum mahadev maharashtra mahesh major mama man manager
manchester mango manoj manutd march marcus maria marina marine marines mario mark market marketing marlboro marley
marshall martin marvel marvin maryjane master matrix matt matthew maverick max maximus maxwell may meena megha melanie
melissa melody member mera mercedes mercury meri merlin metal metallic metallica mexico michael michelle michigan
mickey microsoft midnight miguel mike miller million mine minecraft minnie mintu mitchell mnbvcxz mobile modem
mohammad mohammed mohan molly mom mommy monday money monica monkey monster montana monu mookie moon moonlight morgan
motdepasse mother motherfucker motorola mountain mouse mozart msdhoni muffin muhammad mukesh mum mumbai mumbaiindians
mummy murphy murugan music mustang mylife mylove nagpur namaskar namaste naruto nascar natalie natasha nathan naughty
naveen navy neha nelson nemesis nemo netflix network never newdelhi newport newton newyork nexora nexoraservices
nicholas nicole nightmare nikita ninja nintendo nirvana nisha nissan nobody nokia noodles noone norman nothing
nothingtolose november nuggets nurse october odisha office oksana oliver olivia om omnamahshivaya omsairam onepiece
online oracle orange oscar outlook packers pakistan pamela panda pantera panther panthers papa pappu paradise paris
parker parola party parvati pass passcode passion passport passw password passwort patches patna patricia patrick
patriots paul payal paytm peace peaches peanut pearljam peekaboo penguin penis people pepper peter phantom phoenix
phone phonepe photoshop piano picard pikachu pilot pimpin pink pinku pinky pirate pizza platinum playboy player
playstation please poiuytrewq pokemon police polina pony poohbear pooja pookie poonam poop poopoo popcorn porn porsche
potato potter power prabhas pradeep pramod prasad praveen predator preeti president pretty prince princesa princess
priti private priya priyanka psycho public puja pumpkin pune punjab puppy purple purplehaze pussy pyaar pyar qaz
qazwsx qazwsxedc queen qwe qweasd qweasdzxc qweqwe qwert qwerty qwertyuiop qwertz rabbit rachel racing radhakrishna
radheradhe rahul raider raiders rainbow raj rajasthan rajesh rajinikanth rajkumar raju rakesh ramesh ranbir ranger
rangers ranveer raptor rascal ravi realmadrid rebecca red reddog redrum redskins redsox redwings reena reggie rekha
rfv rich richard rihanna rinku riya robert robin roblox rock rocket rockstar rocky rohan rohit rohitsharma roland
rolltide rooster root rose rosebud roses router royalchallengers rugby runner ruslan russell russia ryan sabrina
sachin sachintendulkar saibaba saints sairam sales salman sam samantha sammy sample samson samsung samsunggalaxy
samuel samurai sandeep sandman sandra sanjay santosh sarah saraswati sasuke satan satnam saturday saturn savior savita
scarface school scooby scoobydoo scooter scorpio scorpion scotland scott scotty secret secure security seema sehwag
semperfi senha senthil september serega serenity sergey server service services sexy sexygirl sexylady shadow shahrukh
shahrukhkhan shakira shannon shanti shark sharon shelby shilpa shit shiva shivshakti shop shopping shorty shrek shreya
shweta sierra silly silver simba simon simple simpson simpsons singer sister sita skipper skippy skyline skywalker
slayer slipknot smile smiles smiley smith smoke smokey smoking smooth snake sneha snickers sniper snoopy snowball
snowwhite soccer softball sohan soldier somebody something sonali sonic sonu sophia sophie spanky sparky speedy
spencer spider spiderman spirit spitfire spooky spring srinivas stalker stanley star starcraft stardust stargate stars
startrek starwars steelers stella stephanie stephen steve steven stinky stoner store storm strawberry strong student
stupid sublime success successful sucker suckit sugar sumit summer sun sunday sunflower sunil sunita sunny sunshine
super superman supernova superuser support surat suresh surfer suzuki svetlana swati sweet sweetheart sweetie sweety
sweta swimming swordfish sydney symphony system tamilnadu tarun taylor teacher telangana telephone temp temporary
temppass tendulkar tennis tequila teresa test tester testing testtest texas tgb theman therock thomas thor thumper
thunder thunderbird thursday tiffany tiger tigers tigger timothy tinker tinkerbell tinku titanic toby today tokyo
tomato tomcat tommy tomorrow topgun toyota travis trinity trooper trouble truelove trust trustno trustnoone tucker
tuesday tupac turkey turtle tweety twitter tyler ubuntu ujm uncle unicorn united university user usha vader vadodara
valentin vampire vandana vandemataram vanessa vanilla varun vegeta venkatesh veronica victor victoria victory vijay
vikas viking vikings vikram vincent vinod violet viper virat viratkohli virginia vishal vishnu vision vivek vladimir
vodka volleyball voodoo voyager waheguru walker walter wanker warcraft warrior wasd water wednesday weed weekend
welcome westside whatever whatsapp whiskey white whitewhite wife wifi wildcat wildcats william williams willie willow
wilson windows winner winnie winston winter wireless wizard wolf wolfpack wolverine woman wombat work worker world
wrestling wsx xavier xbox xsw xswzaq xxx xxxx xxxxxx yahoo yamaha yankee yankees yellow yhn yoda youtube zachary zaq
zaqwsx zelda zindagi zoe zombie zxc zxcv zxcvbn zxcvbnm zxczxc zzz zzzzzz
`;

export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));

/** Rows of keys and of counting: whoever only slides a finger along one has no password. */
export const SEQUENCES: readonly string[] = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1s2d3f4g5h6j7k8l9',
  'azertyuiop',
  '!@#$%^&*()',
  '1a2b3c4d5e6f7g8h9i',
  'a1b2c3d4e5f6g7h8i9',
];
