import { inCity } from './in-city.ts';

export const AHMEDABAD = inCity('Ahmedabad', 'Gujarat', [
  ['380001', 'Bhadra', 2, 23.026, 72.583, ['Relief Road', 'Gandhi Road', 'Mirzapur Road']],
  ['380005', 'Sabarmati', 2, 23.083, 72.59, ['Ram Nagar Road', 'Jawahar Chowk Road', 'Ramnagar Station Road']],
  ['380006', 'Ellisbridge', 2, 23.025, 72.563, ['Law Garden Road', 'Pritam Nagar Road', 'Ashram Road']],
  ['380008', 'Maninagar', 2, 22.997, 72.603, ['Rambaug Road', 'Jawahar Chowk Road', 'Bhairavnath Road']],
  ['380009', 'Navrangpura', 2, 23.037, 72.56, ['C G Road', 'University Road', 'Commerce Six Road']],
  ['380013', 'Naranpura', 2, 23.057, 72.556, ['Ankur Road', '132 Feet Ring Road', 'Sola Road']],
  ['380015', 'Satellite', 2, 23.03, 72.517, ['Satellite Road', 'Shyamal Cross Road', 'Jodhpur Village Road']],
  ['380054', 'Bodakdev', 2, 23.04, 72.512, ['Sindhu Bhavan Road', 'Judges Bungalow Road', 'S G Highway']],
  ['380058', 'Bopal', 3, 23.033, 72.464, ['Bopal–Ambli Road', 'South Bopal Main Road', 'Ghuma Road']],
]);

export const SURAT = inCity('Surat', 'Gujarat', [
  ['395001', 'Nanpura', 3, 21.187, 72.815, ['Timaliyawad Road', 'Makkai Pul Road', 'Athwa Gate Road']],
  ['395004', 'Katargam', 3, 21.229, 72.83, ['Katargam Main Road', 'Gajera Circle Road', 'Ved Road']],
  ['395006', 'Varachha', 3, 21.212, 72.863, ['Varachha Main Road', 'L H Road', 'Mini Bazaar Road']],
  ['395007', 'Vesu', 3, 21.149, 72.771, ['VIP Road', 'Dumas Road', 'Gaurav Path']],
  ['395009', 'Adajan', 3, 21.196, 72.793, ['Anand Mahal Road', 'Honey Park Road', 'L P Savani Road']],
]);

export const JAIPUR = inCity('Jaipur', 'Rajasthan', [
  ['302001', 'C Scheme', 2, 26.912, 75.8, ['M I Road', 'Prithviraj Road', 'Bhagwan Das Road', 'Ashok Marg']],
  ['302004', 'Raja Park', 2, 26.896, 75.831, ['Govind Marg', 'Raja Park Main Road', 'Janta Colony Road']],
  ['302012', 'Jhotwara', 3, 26.945, 75.748, ['Kalwar Road', 'Niwaru Road', 'Jhotwara Main Road']],
  ['302016', 'Bani Park', 2, 26.929, 75.795, ['Shiv Marg', 'Kabir Marg', 'Collectorate Road']],
  ['302017', 'Malviya Nagar', 2, 26.853, 75.812, ['Jawahar Lal Nehru Marg', 'Calgiri Road', 'Gaurav Tower Road']],
  ['302020', 'Mansarovar', 2, 26.85, 75.765, ['Madhyam Marg', 'New Sanganer Road', 'Rajat Path']],
  ['302021', 'Vaishali Nagar', 2, 26.911, 75.74, ['Amrapali Marg', 'Gautam Marg', 'Queens Road']],
]);

export const INDORE = inCity('Indore', 'Madhya Pradesh', [
  ['452001', 'Palasia', 3, 22.724, 75.882, ['M G Road', 'R N T Marg', 'Y N Road']],
  ['452009', 'Annapurna', 3, 22.692, 75.834, ['Annapurna Road', 'Narendra Tiwari Marg', 'Phooti Kothi Road']],
  ['452010', 'Vijay Nagar', 3, 22.753, 75.894, ['A B Road', 'MR 10 Road', 'Scheme No 54 Main Road']],
  ['452012', 'Rajendra Nagar', 3, 22.672, 75.827, ['A B Road', 'Bijalpur Road', 'Rajendra Nagar Main Road']],
  ['452016', 'Khajrana', 3, 22.728, 75.908, ['Kanadia Road', 'Khajrana Main Road', 'Ring Road']],
]);

export const BHOPAL = inCity('Bhopal', 'Madhya Pradesh', [
  ['462001', 'Old Bhopal', 3, 23.262, 77.405, ['Hamidia Road', 'Sultania Road', 'Peer Gate Road']],
  ['462003', 'TT Nagar', 3, 23.236, 77.402, ['Roshanpura Road', 'New Market Road', 'Jawahar Chowk Road']],
  ['462011', 'MP Nagar', 3, 23.233, 77.433, ['Zone 1 Road', 'Zone 2 Road', 'Hoshangabad Road']],
  ['462016', 'Arera Colony', 3, 23.212, 77.432, ['10 Number Market Road', 'Bittan Market Road', 'Link Road No 3']],
  ['462042', 'Kolar Road', 3, 23.175, 77.415, ['Kolar Main Road', 'Lalita Nagar Road', 'Sarvadharm Road']],
]);
