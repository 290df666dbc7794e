/** A sparse vector: `weights[i]` of feature `ids[i]`. */
export interface Sample {
  ids: Int32Array;
  weights: Float64Array;
}

/** One linear function per class; the weights of a feature for all classes lie side by side. */
interface LinearModel {
  classes: number;
  weights: Float32Array;
  biases: Float64Array;
}

const epochs = 4;
const learningRate = 0.9;
const newtonSteps = 15;
const slopePrior = 1;
const decay = 5e-4;
/** A class that is right by this much learns nothing from a sample: most are, and skipping them saves most of the time. */
const negligible = 0.03;
/** Share of a sample's features hidden at each look, so that no class hangs on a single word. */
const hidden = 0.35;

/** Logistic regression for several independent yes/no classes at once, by AdaGrad. `targets` is rows × classes. */
export function fitLinear(samples: Sample[], targets: boolean[][], features: number): LinearModel {
  const classes = targets[0]?.length ?? 0;
  const model = { classes, weights: new Float32Array(features * classes), biases: new Float64Array(classes).fill(-1) };
  const squares = new Float32Array(features * classes).fill(1e-2);
  // A rare class would be drowned by the rows without it.
  const lifts = Array.from({ length: classes }, (_, at) => {
    const positives = targets.filter((row) => row[at]).length;
    return Math.sqrt((targets.length - positives) / Math.max(positives, 1));
  });
  const random = randomNumbers();
  const order = shuffled(samples.length, random);
  const errors = new Float64Array(classes);
  const wrong = new Int32Array(classes);
  const most = Math.max(0, ...samples.map(({ ids }) => ids.length));
  const scratch = { ids: new Int32Array(most), weights: new Float64Array(most) };
  const scores = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const row of order) {
      const seen = hide(samples[row]!, random, scratch);
      addScores(model, scratch, seen, scores);
      let count = 0;
      for (let at = 0; at < classes; at++) {
        errors[at] = targets[row]![at] ? (1 - sigmoid(scores[at]!)) * lifts[at]! : -sigmoid(scores[at]!);
        model.biases[at]! += 0.02 * errors[at]!;
        if (Math.abs(errors[at]!) > negligible) wrong[count++] = at;
      }
      for (let place = 0; place < seen; place++) {
        const first = scratch.ids[place]! * classes;
        const weight = scratch.weights[place]! * (1 - hidden);
        for (let nth = 0; nth < count; nth++) {
          const slot = first + wrong[nth]!;
          const gradient = errors[wrong[nth]!]! * weight - decay * model.weights[slot]!;
          squares[slot]! += gradient * gradient;
          model.weights[slot]! += (learningRate * gradient) / Math.sqrt(squares[slot]!);
        }
      }
    }
  }
  return model;
}

/** The score of each class: above 0 for yes, before calibration. */
export function scoresOf(model: LinearModel, sample: Sample): Float64Array {
  const scores = new Float64Array(model.classes);
  addScores(model, sample, sample.ids.length, scores);
  return scores;
}

/** Writes the scores of the first `count` features into `scores`. */
function addScores(
  { classes, weights, biases }: LinearModel,
  sample: Sample,
  count: number,
  scores: Float64Array,
): void {
  scores.set(biases);
  for (let place = 0; place < count; place++) {
    const first = sample.ids[place]! * classes;
    const weight = sample.weights[place]!;
    for (let at = 0; at < classes; at++) scores[at]! += weights[first + at]! * weight;
  }
}

/** Slope and offset per class that turn scores of rows not trained on into probabilities (Platt), by Newton's method. */
export function calibrate(scores: Float64Array[], targets: boolean[][]): { slope: number; offset: number }[] {
  return Array.from(targets[0] ?? [], (_, at) => {
    let [slope, offset] = [1, 0];
    for (let step = 0; step < newtonSteps; step++) {
      // The prior keeps the slope in bounds where a class is told apart without error.
      let [slopeGradient, offsetGradient] = [slopePrior * (1 - slope), 0];
      let [slopes, mixed, offsets] = [slopePrior, 0, 1e-6];
      for (let row = 0; row < scores.length; row++) {
        const score = scores[row]![at]!;
        const chance = sigmoid(slope * score + offset);
        const error = (targets[row]![at] ? 1 : 0) - chance;
        const spread = chance * (1 - chance);
        slopeGradient += error * score;
        offsetGradient += error;
        slopes += spread * score * score;
        mixed += spread * score;
        offsets += spread;
      }
      const determinant = slopes * offsets - mixed * mixed;
      if (!(determinant > 1e-12)) break;
      const slopeStep = (offsets * slopeGradient - mixed * offsetGradient) / determinant;
      const offsetStep = (slopes * offsetGradient - mixed * slopeGradient) / determinant;
      slope += Math.max(-1, Math.min(1, slopeStep));
      offset += Math.max(-1, Math.min(1, offsetStep));
      if (Math.abs(slopeStep) + Math.abs(offsetStep) < 1e-4) break;
    }
    return { slope, offset };
  });
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Copies the features that are not hidden this time, weighing more in the others' stead; how many there are. */
function hide(sample: Sample, random: () => number, seen: Sample): number {
  let count = 0;
  for (let place = 0; place < sample.ids.length; place++) {
    if (random() < hidden) continue;
    seen.ids[count] = sample.ids[place]!;
    seen.weights[count++] = sample.weights[place]! / (1 - hidden);
  }
  return count;
}

/** 0 … n-1 in disorder. */
function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** The same series of numbers in [0, 1) each time (a linear congruential generator with a fixed seed). */
function randomNumbers(): () => number {
  let seed = 20_011;
  return () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
