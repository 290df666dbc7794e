import { inCity } from './in-city.ts';

export const BENGALURU = inCity('Bengaluru', 'Karnataka', [
  ['560001', 'MG Road', 1, 12.975, 77.606, ['MG Road', 'Brigade Road', 'Church Street', "St Mark's Road"]],
  ['560003', 'Malleshwaram', 1, 13.003, 77.57, ['Sampige Road', 'Margosa Road', '8th Cross Road']],
  ['560004', 'Basavanagudi', 1, 12.943, 77.574, ['Bull Temple Road', 'DVG Road', 'Gandhi Bazaar Main Road']],
  ['560005', 'Fraser Town', 1, 12.997, 77.614, ['Mosque Road', 'Coles Road', 'Wheeler Road']],
  ['560010', 'Rajajinagar', 1, 12.991, 77.553, ['Dr Rajkumar Road', 'West of Chord Road', '12th Main Road']],
  ['560011', 'Jayanagar', 1, 12.929, 77.583, ['11th Main Road', '9th Main Road', '30th Cross Road']],
  ['560034', 'Koramangala', 1, 12.935, 77.624, ['80 Feet Road', 'Jyoti Nivas College Road', 'Sarjapur Road']],
  ['560037', 'Marathahalli', 2, 12.957, 77.701, ['Outer Ring Road', 'Varthur Road', 'Old Airport Road']],
  ['560038', 'Indiranagar', 1, 12.978, 77.641, ['100 Feet Road', 'CMH Road', '12th Main Road', 'Double Road']],
  ['560043', 'Kalyan Nagar', 1, 13.022, 77.64, ['HRBR Layout 1st Block', 'Outer Ring Road', 'Banaswadi Main Road']],
  ['560064', 'Yelahanka', 2, 13.1, 77.596, ['Bellary Road', 'Doddaballapur Road', 'Yelahanka Main Road']],
  ['560066', 'Whitefield', 2, 12.97, 77.75, ['Whitefield Main Road', 'ITPL Main Road', 'Borewell Road']],
  ['560076', 'BTM Layout', 1, 12.908, 77.604, ['Bannerghatta Main Road', '16th Main Road', '29th Main Road']],
  ['560078', 'JP Nagar', 1, 12.908, 77.585, ['24th Main Road', '15th Cross Road', 'Kanakapura Road']],
  ['560092', 'Sahakara Nagar', 2, 13.062, 77.585, ['Kodigehalli Main Road', '60 Feet Road']],
  ['560100', 'Electronic City', 2, 12.845, 77.66, ['Hosur Road', 'Neeladri Road', 'Infosys Avenue']],
  ['560102', 'HSR Layout', 1, 12.912, 77.645, ['27th Main Road', '19th Main Road', '14th Main Road']],
  ['560103', 'Bellandur', 2, 12.926, 77.676, ['Outer Ring Road', 'Bellandur Main Road', 'Green Glen Layout Road']],
]);
