import { inCity } from './in-city.ts';

export const HYDERABAD = inCity('Hyderabad', 'Telangana', [
  ['500001', 'Abids', 1, 17.392, 78.475, ['Abids Road', 'Chirag Ali Lane', 'Mahatma Gandhi Road']],
  ['500003', 'Secunderabad', 1, 17.44, 78.498, ['Rashtrapati Road', 'Sarojini Devi Road', 'M G Road']],
  ['500016', 'Begumpet', 1, 17.444, 78.465, ['Greenlands Road', 'Sardar Patel Road', 'Begumpet Main Road']],
  ['500032', 'Gachibowli', 1, 17.44, 78.349, ['Old Mumbai Highway', 'DLF Road', 'ISB Road']],
  ['500033', 'Jubilee Hills', 1, 17.43, 78.408, ['Road No 36', 'Road No 45', 'Road No 10']],
  ['500034', 'Banjara Hills', 1, 17.415, 78.435, ['Road No 1', 'Road No 12', 'Road No 2']],
  ['500049', 'Miyapur', 2, 17.497, 78.357, ['Hafeezpet Road', 'Bachupally Road', 'Old Mumbai Highway']],
  [
    '500060',
    'Dilsukhnagar',
    2,
    17.369,
    78.525,
    ['Dilsukhnagar Main Road', 'Chaitanyapuri Main Road', 'Saroornagar Road'],
  ],
  ['500072', 'Kukatpally', 2, 17.494, 78.399, ['KPHB Main Road', 'Bhagya Nagar Colony Road', 'Vivekananda Nagar Road']],
  ['500074', 'LB Nagar', 2, 17.346, 78.552, ['Inner Ring Road', 'Sagar Road', 'Vanasthalipuram Road']],
  ['500081', 'Madhapur', 1, 17.448, 78.391, ['HITEC City Main Road', 'Kavuri Hills Road', '100 Feet Road']],
  ['500084', 'Kondapur', 1, 17.463, 78.363, ['Kothaguda Main Road', 'Botanical Garden Road', 'Hanuman Nagar Road']],
]);

export const CHENNAI = inCity('Chennai', 'Tamil Nadu', [
  ['600004', 'Mylapore', 1, 13.034, 80.268, ['Luz Church Road', 'R K Mutt Road', 'Kutchery Road']],
  ['600017', 'T Nagar', 1, 13.042, 80.234, ['Usman Road', 'G N Chetty Road', 'Venkatnarayana Road']],
  ['600020', 'Adyar', 1, 13.006, 80.257, ['Lattice Bridge Road', 'Sardar Patel Road', 'Gandhi Nagar 1st Main Road']],
  ['600024', 'Kodambakkam', 1, 13.052, 80.222, ['Arcot Road', 'Station View Road', 'Rangarajapuram Main Road']],
  ['600034', 'Nungambakkam', 1, 13.06, 80.242, ['Nungambakkam High Road', 'Khader Nawaz Khan Road', 'Sterling Road']],
  ['600040', 'Anna Nagar', 1, 13.085, 80.21, ['2nd Avenue', '3rd Avenue', 'Shanthi Colony Road']],
  ['600041', 'Thiruvanmiyur', 1, 12.983, 80.259, ['East Coast Road', 'Kalakshetra Road', 'Lattice Bridge Road']],
  ['600042', 'Velachery', 1, 12.981, 80.218, ['Velachery Main Road', '100 Feet Bypass Road', 'Taramani Link Road']],
  ['600045', 'Tambaram', 2, 12.925, 80.118, ['GST Road', 'Mudichur Road', 'Shanmugam Road']],
  ['600096', 'Perungudi', 2, 12.965, 80.245, ['Rajiv Gandhi Salai', 'Corporation Road', 'Church Road']],
  ['600116', 'Porur', 2, 13.036, 80.158, ['Mount–Poonamallee Road', 'Arcot Road', 'Kundrathur Road']],
  [
    '600119',
    'Sholinganallur',
    2,
    12.901,
    80.228,
    ['Rajiv Gandhi Salai', 'Medavakkam–Sholinganallur Road', 'ECR Link Road'],
  ],
]);

export const COIMBATORE = inCity('Coimbatore', 'Tamil Nadu', [
  ['641001', 'Town Hall', 3, 10.994, 76.961, ['Oppanakara Street', 'Big Bazaar Street', 'Raja Street']],
  ['641002', 'R S Puram', 3, 11.009, 76.948, ['D B Road', 'T V Samy Road', 'Cowley Brown Road']],
  ['641004', 'Peelamedu', 3, 11.026, 77.003, ['Avinashi Road', 'Masakalipalayam Road', 'Hope College Road']],
  ['641011', 'Saibaba Colony', 3, 11.023, 76.942, ['N S R Road', 'Mettupalayam Road', 'Alagesan Road']],
  ['641012', 'Gandhipuram', 3, 11.018, 76.966, ['Cross Cut Road', '100 Feet Road', 'Nehru Street']],
]);

export const KOCHI = inCity('Kochi', 'Kerala', [
  ['682001', 'Fort Kochi', 2, 9.965, 76.243, ['Princess Street', 'Rose Street', 'K B Jacob Road']],
  ['682011', 'Ernakulam', 2, 9.98, 76.28, ['Shanmugham Road', 'Market Road', 'Park Avenue']],
  ['682016', 'Ernakulam South', 2, 9.968, 76.288, ['M G Road', 'Chittoor Road', 'Durbar Hall Road']],
  [
    '682020',
    'Kadavanthra',
    2,
    9.965,
    76.299,
    ['Sahodaran Ayyappan Road', 'K P Vallon Road', 'Subhash Chandra Bose Road'],
  ],
  [
    '682024',
    'Edappally',
    2,
    10.025,
    76.308,
    ['Edappally–Pukkattupady Road', 'Edappally Bypass', 'Changampuzha Park Road'],
  ],
  ['682030', 'Kakkanad', 2, 10.016, 76.342, ['Seaport–Airport Road', 'Civil Line Road', 'Thrikkakara Temple Road']],
]);

export const VISAKHAPATNAM = inCity('Visakhapatnam', 'Andhra Pradesh', [
  ['530003', 'Siripuram', 3, 17.72, 83.318, ['Waltair Main Road', 'Dutt Island Road', 'CBM Compound Road']],
  ['530016', 'Dwaraka Nagar', 3, 17.729, 83.308, ['Diamond Park Road', 'Sankara Matam Road', 'RTC Complex Road']],
  ['530017', 'MVP Colony', 3, 17.741, 83.336, ['MVP Double Road', 'Sector 6 Road', 'Venkojipalem Road']],
  ['530026', 'Gajuwaka', 3, 17.69, 83.21, ['Old Gajuwaka Main Road', 'Chaitanya Nagar Road', 'Steel Plant Road']],
  [
    '530048',
    'Madhurawada',
    3,
    17.818,
    83.353,
    ['Madhurawada Main Road', 'Midhilapuri Colony Road', 'Chandrampalem Road'],
  ],
]);
