/** Names as they go together in a part of India; `states` are those where they are at home. */
export interface NamePool {
  states: string[];
  women: string[];
  men: string[];
  families: string[];
}

const words = (text: string) => text.split(' ');

export const NAME_POOLS: NamePool[] = [
  {
    states: ['Karnataka'],
    women: words('Kavya Shruthi Ananya Roopa Bhavana Chaitra Sahana Vidya Deepika Nandini'),
    men: words('Kiran Manjunath Sandeep Prashanth Raghavendra Girish Nagesh Vinay Harsha Basavaraj'),
    families: words('Gowda Hegde Shetty Rao Kulkarni Patil Bhat Murthy Kamath Nayak'),
  },
  {
    states: ['Tamil Nadu', 'Puducherry'],
    women: words('Lakshmi Meenakshi Kavitha Revathi Janani Priyadarshini Sangeetha Vasanthi Thenmozhi Gayathri'),
    men: words('Senthil Karthik Murugan Balaji Arun Saravanan Vignesh Dinesh Prabhu Ramkumar'),
    families: words('Subramanian Krishnan Sundaram Natarajan Raman Venkatesan Palaniappan Chandrasekar Iyer Rajan'),
  },
  {
    states: ['Telangana', 'Andhra Pradesh'],
    women: words('Swathi Anusha Lavanya Sravani Madhavi Padmaja Haritha Mounika Sirisha Keerthi'),
    men: words('Srinivas Praveen Ravi Mahesh Naveen Venkat Sai Chandra Rajesh Sudheer'),
    families: words('Reddy Rao Naidu Chowdary Varma Goud Yadav Prasad Raju Sastry'),
  },
  {
    states: ['Kerala'],
    women: words('Anjali Sreelakshmi Reshma Asha Divya Parvathy Jisha Athira Remya Liya'),
    men: words('Rahul Vishnu Jithin Anoop Sreejith Biju Arjun Manoj Nikhil Vinod'),
    families: words('Nair Menon Pillai Thomas Varghese Kurian Mathew Nambiar George Panicker'),
  },
  {
    states: ['Maharashtra', 'Goa'],
    women: words('Sneha Pooja Prajakta Ashwini Manasi Shital Rutuja Vaishali Mrunal Aarti'),
    men: words('Amol Sachin Rohit Nilesh Ganesh Swapnil Yogesh Mandar Tushar Santosh'),
    families: words('Deshmukh Joshi Kulkarni Patil Pawar Shinde Kadam More Gokhale Jadhav'),
  },
  {
    states: ['Gujarat'],
    women: words('Hetal Komal Dhara Krupa Riddhi Bhavika Nisha Jinal Falguni Urvi'),
    men: words('Hardik Chirag Jignesh Parth Mehul Ketan Bhavesh Dhaval Nirav Kalpesh'),
    families: words('Patel Shah Mehta Desai Trivedi Parmar Solanki Bhatt Modi Panchal'),
  },
  {
    states: ['Punjab', 'Chandigarh', 'Haryana'],
    women: words('Harpreet Simran Manpreet Jasleen Navneet Gurleen Amandeep Rajwinder Kirandeep Preeti'),
    men: words('Gurpreet Harjit Jaspreet Ranjit Amritpal Sukhwinder Parminder Manjit Karan Lakhwinder'),
    families: words('Singh Gill Sandhu Dhillon Sidhu Bedi Grewal Ahuja Khanna Malhotra'),
  },
  {
    states: ['Delhi', 'Uttar Pradesh', 'Rajasthan', 'Madhya Pradesh', 'Bihar', 'Uttarakhand', 'Jharkhand'],
    women: words('Neha Ritu Shweta Sunita Kiran Rekha Anita Garima Shivani Meena'),
    men: words('Amit Sanjay Vikas Manish Deepak Rakesh Pankaj Alok Suresh Rajeev'),
    families: words('Sharma Verma Gupta Mishra Tiwari Agarwal Yadav Saxena Chauhan Rathore'),
  },
  {
    states: ['West Bengal'],
    women: words('Moumita Sudeshna Ananya Rituparna Paromita Sharmila Debjani Ishita Tanushree Mitali'),
    men: words('Subhash Arindam Sourav Debashis Anirban Partha Kaushik Indranil Tapan Abhijit'),
    families: words('Banerjee Chatterjee Mukherjee Ghosh Das Bose Sen Dutta Roy Chakraborty'),
  },
  {
    states: ['Odisha', 'Assam'],
    women: words('Smita Lopamudra Itishree Banani Jyotsna Puspa Mamata Nirupama Rashmita Dipti'),
    men: words('Bibhuti Prasanta Soumya Ashok Hemanta Bhaskar Pranab Debabrata Sanjib Nabin'),
    families: words('Mohanty Patnaik Das Mishra Behera Sahoo Baruah Bora Kalita Saikia'),
  },
  {
    states: [],
    women: words('Ayesha Sana Fatima Zainab Nazia Shabana Rukhsar Mehreen Farah Afreen'),
    men: words('Imran Salman Arif Faisal Irfan Zubair Asif Nadeem Shahid Javed'),
    families: words('Khan Shaikh Ansari Qureshi Siddiqui Pathan Sayyed Mirza Hussain Ahmed'),
  },
  {
    states: [],
    women: words('Maria Sharon Priscilla Rachel Christina Angela Merlyn Sonia Teresa Elizabeth'),
    men: words('Joseph Anthony Savio Melvin Royston Francis Jacob Kevin Denzil Stephen'),
    families: words("Fernandes D'Souza Pereira Pinto Lobo Rodrigues Noronha Dias Mascarenhas Rebello"),
  },
];

/** Buildings and house names for the first line of an address. */
export const BUILDINGS = [
  'Shanti Residency',
  'Green Meadows',
  'Lake View Apartments',
  'Sai Enclave',
  'Silver Oak',
  'Krishna Kunj',
  'Palm Grove Heights',
  'Ashirwad Apartments',
  'Sunrise Towers',
  'Lotus Court',
  'Gokul Dham',
  'Maple Residency',
  'Vasant Vihar Apartments',
  'Royal Enclave',
  'Anand Bhavan',
  'Jasmine Court',
  'Orchid Heights',
  'Surya Towers',
  'Garden City Residency',
  'Ganga Apartments',
];

export const OFFICES = [
  'Prestige Tower',
  'Business Bay',
  'Trade Centre',
  'Cyber Plaza',
  'Corporate Park',
  'Nest Offices',
];

export const EMAIL_DOMAINS = ['mail.example', 'post.example', 'inbox.example', 'letters.example'];
