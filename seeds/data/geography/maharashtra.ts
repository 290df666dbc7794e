import { inCity } from './in-city.ts';

export const MUMBAI = inCity('Mumbai', 'Maharashtra', [
  ['400001', 'Fort', 1, 18.935, 72.837, ['Dr D N Road', 'Mahatma Gandhi Road', 'Shahid Bhagat Singh Road']],
  ['400005', 'Colaba', 1, 18.907, 72.815, ['Colaba Causeway', 'Wodehouse Road', 'Arthur Bunder Road']],
  ['400014', 'Dadar East', 1, 19.018, 72.848, ['Dr Ambedkar Road', 'Dadasaheb Phalke Road', 'Tilak Road']],
  ['400016', 'Mahim', 1, 19.037, 72.841, ['Lady Jamshedji Road', 'Veer Savarkar Marg', 'Mori Road']],
  ['400018', 'Worli', 1, 19.01, 72.817, ['Dr Annie Besant Road', 'Dr E Moses Road', 'Pandurang Budhkar Marg']],
  ['400050', 'Bandra West', 1, 19.06, 72.832, ['Hill Road', 'Turner Road', 'Carter Road', 'Linking Road']],
  ['400053', 'Andheri West', 1, 19.133, 72.831, ['Veera Desai Road', 'New Link Road', 'Lokhandwala Back Road']],
  ['400059', 'Marol, Andheri East', 1, 19.117, 72.882, ['Andheri–Kurla Road', 'Marol Maroshi Road', 'Military Road']],
  ['400063', 'Goregaon East', 2, 19.165, 72.86, ['Aarey Road', 'General A K Vaidya Marg']],
  ['400064', 'Malad West', 2, 19.187, 72.843, ['S V Road', 'Marve Road', 'New Link Road']],
  ['400067', 'Kandivali West', 2, 19.206, 72.837, ['S V Road', 'Mahatma Gandhi Road', 'New Link Road']],
  ['400071', 'Chembur', 1, 19.06, 72.897, ['Ramakrishna Chemburkar Marg', 'Central Avenue Road', 'D K Sandu Marg']],
  ['400076', 'Powai', 1, 19.118, 72.906, ['Adi Shankaracharya Marg', 'Central Avenue', 'Saki Vihar Road']],
  ['400077', 'Ghatkopar East', 2, 19.08, 72.91, ['R B Mehta Marg', 'Tilak Road', '60 Feet Road']],
  ['400080', 'Mulund West', 2, 19.173, 72.95, ['L B S Marg', 'R R T Road', 'Sarojini Naidu Road']],
  ['400092', 'Borivali West', 2, 19.23, 72.848, ['L T Road', 'Chandavarkar Road', 'S V Road']],
]);

export const PUNE = inCity('Pune', 'Maharashtra', [
  ['411001', 'Camp', 1, 18.514, 73.879, ['M G Road', 'East Street', 'Bund Garden Road']],
  ['411004', 'Deccan Gymkhana', 1, 18.514, 73.838, ['Fergusson College Road', 'Bhandarkar Road', 'Prabhat Road']],
  ['411005', 'Shivajinagar', 1, 18.531, 73.847, ['Jangali Maharaj Road', 'Ganeshkhind Road', 'Ghole Road']],
  ['411006', 'Yerawada', 2, 18.552, 73.886, ['Airport Road', 'Alandi Road', 'Jail Road']],
  ['411007', 'Aundh', 1, 18.56, 73.808, ['ITI Road', 'D P Road', 'Nagras Road']],
  ['411014', 'Viman Nagar', 1, 18.567, 73.914, ['Nagar Road', 'New Airport Road', 'Viman Nagar Road']],
  ['411021', 'Bavdhan', 2, 18.514, 73.78, ['NDA–Pashan Road', 'Paud Road', 'DSK Ranwara Road']],
  ['411028', 'Hadapsar', 2, 18.5, 73.938, ['Solapur Road', 'Magarpatta Road', 'Sasane Nagar Road']],
  ['411038', 'Kothrud', 1, 18.507, 73.808, ['Paud Road', 'Karve Road', 'D P Road']],
  ['411045', 'Baner', 1, 18.559, 73.782, ['Baner Road', 'Baner–Pashan Link Road', 'Pan Card Club Road']],
  ['411048', 'Kondhwa', 2, 18.467, 73.893, ['NIBM Road', 'Kondhwa Main Road', 'Salunke Vihar Road']],
  ['411057', 'Hinjawadi', 2, 18.591, 73.739, ['Hinjawadi–Wakad Road', 'Marunji Road', 'Maan Road']],
]);

export const NAGPUR = inCity('Nagpur', 'Maharashtra', [
  ['440001', 'Civil Lines', 3, 21.153, 79.072, ['Palm Road', 'Kasturchand Park Road', 'Vidhan Bhavan Road']],
  ['440010', 'Dharampeth', 3, 21.139, 79.062, ['West High Court Road', 'North Ambazari Road', 'Gokulpeth Market Road']],
  ['440012', 'Sitabuldi', 3, 21.145, 79.082, ['Sitabuldi Main Road', 'Wardha Road', 'Central Bazar Road']],
  ['440015', 'Vivekanand Nagar', 3, 21.113, 79.068, ['Wardha Road', 'Vivekanand Nagar Main Road', 'Ring Road']],
  ['440022', 'Pratap Nagar', 3, 21.113, 79.053, ['Ring Road', 'Khamla Road', 'Orange City Street']],
]);
