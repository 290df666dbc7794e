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

const epochs = 5;
const learningRate = 0.9;
const decay = 5e-4;
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
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const row of order) {
      const { ids, weights } = visible(samples[row]!, random);
      const scores = scoresOf(model, { ids, weights });
      for (let at = 0; at < classes; at++) {
        errors[at] = targets[row]![at] ? (1 - sigmoid(scores[at]!)) * lifts[at]! : -sigmoid(scores[at]!);
        model.biases[at]! += 0.02 * errors[at]!;
      }
      for (let place = 0; place < ids.length; place++) {
        const first = ids[place]! * classes;
        const weight = weights[place]! * (1 - hidden);
        for (let slot = first; slot < first + classes; slot++) {
          const gradient = errors[slot - first]! * weight - decay * model.weights[slot]!;
          squares[slot]! += gradient * gradient;
          model.weights[slot]! += (learningRate * gradient) / Math.sqrt(squares[slot]!);
        }
      }
    }
  }
  return model;
}

/** The score of each class: above 0 for yes, before calibration. */
export function scoresOf({ classes, weights, biases }: LinearModel, sample: Sample): Float64Array {
  const scores = biases.slice();
  for (let place = 0; place < sample.ids.length; place++) {
    const first = sample.ids[place]! * classes;
    const weight = sample.weights[place]!;
    for (let at = 0; at < classes; at++) scores[at]! += weights[first + at]! * weight;
  }
  return scores;
}

/** Slope and offset per class that turn scores of rows not trained on into probabilities (Platt). */
export function calibrate(scores: Float64Array[], targets: boolean[][]): { slope: number; offset: number }[] {
  return Array.from(targets[0] ?? [], (_, at) => {
    let [slope, offset] = [1, 0];
    for (let step = 0; step < 300; step++) {
      let [slopeGradient, offsetGradient] = [0, 0];
      for (let row = 0; row < scores.length; row++) {
        const error = (targets[row]![at] ? 1 : 0) - sigmoid(slope * scores[row]![at]! + offset);
        slopeGradient += error * scores[row]![at]!;
        offsetGradient += error;
      }
      slope += slopeGradient / scores.length;
      offset += offsetGradient / scores.length;
    }
    return { slope, offset };
  });
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** The sample without the features hidden this time, the others weighing more in their stead. */
function visible(sample: Sample, random: () => number): Sample {
  const ids = new Int32Array(sample.ids.length);
  const weights = new Float64Array(sample.ids.length);
  let count = 0;
  for (let place = 0; place < sample.ids.length; place++) {
    if (random() < hidden) continue;
    ids[count] = sample.ids[place]!;
    weights[count++] = sample.weights[place]! / (1 - hidden);
  }
  return { ids: ids.subarray(0, count), weights: weights.subarray(0, count) };
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
