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
  const features = rows.map((row) => featuresOf(row.text));
  const vocabulary = commonFeatures(features);
  const samples = features.map((row) => toSample(row, vocabulary));
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

/** An index for each feature that occurs in at least two rows: one that occurs once says nothing about other texts. */
function commonFeatures(rows: Feature[][]): Map<string, number> {
  const seen = new Set<string>();
  const vocabulary = new Map<string, number>();
  for (const row of rows) {
    for (const [name] of row) {
      if (!seen.has(name)) seen.add(name);
      else if (!vocabulary.has(name)) vocabulary.set(name, vocabulary.size);
    }
  }
  return vocabulary;
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
