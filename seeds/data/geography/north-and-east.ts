import { inCity } from './in-city.ts';

export const KOLKATA = inCity('Kolkata', 'West Bengal', [
  ['700001', 'BBD Bagh', 1, 22.571, 88.349, ['Netaji Subhas Road', 'Old Court House Street', 'Brabourne Road']],
  ['700016', 'Park Street', 1, 22.553, 88.354, ['Park Street', 'Free School Street', 'Royd Street']],
  ['700019', 'Ballygunge', 1, 22.527, 88.365, ['Gariahat Road', 'Ballygunge Circular Road', 'Bondel Road']],
  ['700025', 'Bhowanipore', 1, 22.534, 88.346, ['Ashutosh Mukherjee Road', 'Harish Mukherjee Road', 'Kalighat Road']],
  ['700028', 'Dum Dum', 2, 22.635, 88.42, ['Jessore Road', 'Dum Dum Road', 'Private Road']],
  ['700032', 'Jadavpur', 1, 22.497, 88.37, ['Raja S C Mullick Road', 'Central Road', 'Ibrahimpur Road']],
  ['700034', 'Behala', 2, 22.498, 88.317, ['Diamond Harbour Road', 'Roy Bahadur Road', 'Raja Ram Mohan Roy Road']],
  [
    '700053',
    'New Alipore',
    1,
    22.51,
    88.332,
    ['Diamond Harbour Road', 'Tollygunge Circular Road', 'Nalini Ranjan Avenue'],
  ],
  ['700064', 'Salt Lake', 1, 22.588, 88.408, ['1st Avenue', '2nd Avenue', '3rd Avenue']],
  ['700107', 'Anandapur', 2, 22.515, 88.4, ['Rajdanga Main Road', 'E M Bypass', 'Anandapur Road']],
  ['700156', 'New Town', 2, 22.58, 88.46, ['Major Arterial Road', 'Biswa Bangla Sarani']],
]);

export const LUCKNOW = inCity('Lucknow', 'Uttar Pradesh', [
  ['226001', 'Hazratganj', 2, 26.851, 80.946, ['Mahatma Gandhi Marg', 'Ashok Marg', 'Shahnajaf Road']],
  ['226005', 'Alambagh', 2, 26.815, 80.905, ['Kanpur Road', 'Talkatora Road', 'Chander Nagar Road']],
  ['226006', 'Mahanagar', 2, 26.874, 80.953, ['Mandir Marg', 'Gole Market Road', 'Faizabad Road']],
  ['226010', 'Gomti Nagar', 2, 26.853, 80.999, ['Patrakarpuram Road', 'Vibhuti Khand Road', 'Vivek Khand Road']],
  ['226012', 'LDA Colony', 3, 26.79, 80.91, ['Kanpur Road', 'Power House Road', 'Bangla Bazar Road']],
  ['226016', 'Indira Nagar', 2, 26.88, 80.995, ['Faizabad Road', 'Munshipulia Road', 'Bhootnath Road']],
  ['226024', 'Aliganj', 2, 26.893, 80.94, ['Kapoorthala Road', 'Sitapur Road', 'Kursi Road']],
]);

export const CHANDIGARH = inCity('Chandigarh', 'Chandigarh', [
  ['160011', 'Sector 11', 2, 30.757, 76.781, ['Madhya Marg', 'Vidya Path', 'Uttar Marg']],
  ['160017', 'Sector 17', 2, 30.74, 76.782, ['Madhya Marg', 'Jan Marg', 'Udyog Path']],
  ['160022', 'Sector 22', 2, 30.732, 76.773, ['Himalaya Marg', 'Dakshin Marg', 'Udyog Path']],
  ['160036', 'Sector 36', 2, 30.723, 76.758, ['Dakshin Marg', 'Jan Marg']],
  ['160047', 'Sector 47', 2, 30.694, 76.766, ['Vikas Marg', 'Sector 47 Market Road']],
]);
