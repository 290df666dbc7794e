import { inCity } from './in-city.ts';

export const DELHI = inCity('Delhi', 'Delhi', [
  ['110001', 'Connaught Place', 1, 28.632, 77.22, ['Janpath', 'Barakhamba Road', 'Kasturba Gandhi Marg']],
  ['110005', 'Karol Bagh', 1, 28.651, 77.19, ['Ajmal Khan Road', 'Arya Samaj Road', 'Pusa Road', 'Gurudwara Road']],
  ['110009', 'Model Town', 1, 28.705, 77.193, ['Mall Road', 'Model Town Road', 'G T Karnal Road']],
  ['110016', 'Hauz Khas', 1, 28.549, 77.203, ['Sri Aurobindo Marg', 'Outer Ring Road', 'Green Park Main Road']],
  ['110017', 'Malviya Nagar', 1, 28.534, 77.21, ['Shivalik Road', 'Press Enclave Marg', 'Khel Gaon Marg']],
  ['110019', 'Kalkaji', 1, 28.541, 77.257, ['Guru Ravidas Marg', 'Outer Ring Road', 'Alaknanda Road']],
  ['110024', 'Lajpat Nagar', 1, 28.568, 77.243, ['Ring Road', 'Feroze Gandhi Road', 'Veer Savarkar Marg']],
  ['110027', 'Rajouri Garden', 1, 28.647, 77.12, ['Najafgarh Road', 'Ring Road', 'Vishal Enclave Road']],
  ['110034', 'Pitampura', 2, 28.699, 77.138, ['Outer Ring Road', 'Rani Bagh Main Road', 'Kohat Enclave Road']],
  [
    '110048',
    'Greater Kailash I',
    1,
    28.549,
    77.236,
    ['Hansraj Gupta Marg', 'M Block Market Road', 'Lala Lajpat Rai Marg'],
  ],
  ['110058', 'Janakpuri', 2, 28.621, 77.09, ['Pankha Road', 'Najafgarh Road', 'Lal Sai Mandir Marg']],
  [
    '110070',
    'Vasant Kunj',
    2,
    28.529,
    77.154,
    ['Nelson Mandela Marg', 'Abdul Gaffar Khan Marg', 'Mehrauli–Mahipalpur Road'],
  ],
  ['110075', 'Dwarka', 2, 28.585, 77.05, ['Sector 10 Market Road', 'Sector 6 Main Road', 'Sector 11 Main Road']],
  ['110085', 'Rohini', 2, 28.715, 77.115, ['Bhagwan Mahavir Marg', 'Dr K N Katju Marg']],
  ['110091', 'Mayur Vihar Phase I', 2, 28.607, 77.295, ['Noida Link Road', 'Patparganj Road', 'Chilla Road']],
  ['110092', 'Laxmi Nagar', 2, 28.636, 77.279, ['Vikas Marg', 'Mother Dairy Road', 'Lalita Park Road']],
]);

export const GURUGRAM = inCity('Gurugram', 'Haryana', [
  ['122001', 'Sector 14', 2, 28.472, 77.043, ['Old Delhi Road', 'Jharsa Road', 'Mehrauli–Gurgaon Road']],
  ['122002', 'DLF Phase 2', 2, 28.487, 77.093, ['Mehrauli–Gurgaon Road', 'Golf Course Road', 'Akashneem Marg']],
  ['122003', 'Sector 45', 2, 28.447, 77.066, ['Netaji Subhash Marg', 'Ramada Road', 'Kanhai Road']],
  ['122009', 'DLF Phase 4', 2, 28.467, 77.082, ['Galleria Road', 'Vyapar Kendra Road', 'Golf Course Road']],
  ['122017', 'Palam Vihar', 2, 28.51, 77.04, ['Palam Vihar Road', 'Bijwasan Road', 'Old Delhi Road']],
  ['122018', 'South City II', 2, 28.417, 77.048, ['Sohna Road', 'Golf Course Extension Road', 'Nirvana Central Road']],
]);

export const NOIDA = inCity('Noida', 'Uttar Pradesh', [
  ['201301', 'Sector 18', 2, 28.57, 77.326, ['Captain Vijayant Thapar Marg', 'Udyog Marg', 'Atta Market Road']],
  ['201303', 'Sector 37', 2, 28.566, 77.344, ['Dadri Road', 'Amrapali Marg', 'Botanical Garden Road']],
  ['201307', 'Sector 34', 2, 28.585, 77.362, ['City Centre Road', 'Hoshiyarpur Road', 'Gijhore Road']],
  ['201309', 'Sector 62', 2, 28.62, 77.363, ['Institutional Area Road', 'Rajat Vihar Road', 'Mamura Road']],
]);
