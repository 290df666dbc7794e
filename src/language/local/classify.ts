import { type Feature, featuresOf } from './features.ts';
import { calibrate, fitLinear, scoresOf, sigmoid, type Sample } from './linear-model.ts';

/** A text and the labels that apply to it: several, or none for a text outside of all of them. */
export interface TrainingRow {
  text: string;
  labels: string[];
}

export interface Prediction {
  label: string;
  /** Probability that the label applies, 0–1. Below ½ for every label: the text is likelier outside of all. */
  confidence: number;
}

export interface Classifier {
  /** Every label, likeliest first. */
  predict(text: string): Prediction[];
  /** Whether this lower-case word was met in training. */
  knowsWord(word: string): boolean;
}

/** One row in so many is kept out of a first training, to calibrate the scores on. */
const calibrationShare = 2;
/** With less evidence than this for any label and for "outside" together, no label reaches its full probability. */
const leastEvidence = 0.6;

/**
 * One-vs-rest logistic regression over `featuresOf`, each score calibrated on rows that it was not trained on, and
 * weighed against that of one more class: "none of the labels". Deterministic: the same rows, the same classifier.
 */
export function trainClassifier(rows: TrainingRow[]): Classifier {
  const { vocabulary, samples } = indexFeatures(rows.map((row) => featuresOf(row.text)));
  const labels = [...new Set(rows.flatMap((row) => row.labels))].toSorted();
  const targets = rows.map((row) => [...labels.map((label) => row.labels.includes(label)), row.labels.length === 0]);

  const isKept = (_: unknown, row: number): boolean => row % calibrationShare === 0;
  const isRest = (_: unknown, row: number): boolean => row % calibrationShare !== 0;
  const trial = fitLinear(samples.filter(isRest), targets.filter(isRest), vocabulary.size);
  const calibration = calibrate(
    samples.filter(isKept).map((sample) => scoresOf(trial, sample)),
    targets.filter(isKept),
  );
  const model = fitLinear(samples, targets, vocabulary.size);

  return {
    knowsWord: (word) => vocabulary.has(`w ${word}`),
    predict(text) {
      const scores = scoresOf(model, toSample(featuresOf(text), vocabulary));
      const chances = calibration.map(({ slope, offset }, at) => sigmoid(slope * scores[at]! + offset));
      const outside = chances.pop()!;
      const evidence = Math.max(Math.max(...chances) + outside, leastEvidence);
      return labels
        .map((label, at) => ({ label, confidence: chances[at]! / evidence }))
        .toSorted((a, b) => b.confidence - a.confidence);
    },
  };
}

/** The rows as samples over the features that occur in at least two: one that occurs once says nothing about other texts. */
function indexFeatures(rows: Feature[][]): { vocabulary: Map<string, number>; samples: Sample[] } {
  const found = new Map<string, { id: number; count: number; name: string }>();
  const entries = rows.map((row) =>
    row.map(([name]) => {
      let entry = found.get(name);
      if (!entry) found.set(name, (entry = { id: -1, count: 0, name }));
      entry.count++;
      return entry;
    }),
  );
  const vocabulary = new Map<string, number>();
  for (const entry of found.values()) {
    if (entry.count < 2) continue;
    entry.id = vocabulary.size;
    vocabulary.set(entry.name, entry.id);
  }
  const samples = rows.map((row, at) => {
    const known = entries[at]!.reduce((sum, { id }) => (id < 0 ? sum : sum + 1), 0);
    const sample = { ids: new Int32Array(known), weights: new Float64Array(known) };
    let place = 0;
    entries[at]!.forEach(({ id }, index) => {
      if (id < 0) return;
      sample.ids[place] = id;
      sample.weights[place++] = row[index]![1];
    });
    return sample;
  });
  return { vocabulary, samples };
}

function toSample(features: Feature[], vocabulary: Map<string, number>): Sample {
  const ids: number[] = [];
  const weights: number[] = [];
  for (const [name, weight] of features) {
    const id = vocabulary.get(name);
    if (id === undefined) continue;
    ids.push(id);
    weights.push(weight);
  }
  return { ids: Int32Array.from(ids), weights: Float64Array.from(weights) };
}
