import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const BUILD = fileURLToPath(new URL('../../build/', import.meta.url));

/** One measured figure beside its baseline and its budget. */
export interface Figure {
  readonly name: string;
  /** What it is held against, measured in the same run. */
  readonly baseline: string;
  readonly measured: string;
  /** The measured value in shares of the baseline, or the value itself where the budget is absolute. */
  readonly ratio: number;
  /** The most that `ratio` may be, or the least. */
  readonly budget: number | { readonly atLeast: number };
  /** How it grows with the number of tasks, where that was measured. */
  readonly law?: string;
}

const HEAD = [
  '| what | measured | baseline | ratio | budget | growth |',
  '| --- | --- | --- | --- | --- | --- |',
];

/** Writes a figure into the table of this run, as Markdown and JSON. */
export function report(figure: Figure): void {
  mkdirSync(BUILD, { recursive: true });
  const json = `${BUILD}bench.json`;
  const known: readonly Figure[] = existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : [];
  const all = [...known.filter(({ name }) => name !== figure.name), figure];
  writeFileSync(json, JSON.stringify(all, null, 2));
  writeFileSync(`${BUILD}bench.md`, `${[...HEAD, ...all.map(rowOf)].join('\n')}\n`);
  console.log(rowOf(figure));
}

/** Writes a figure into the table; where it misses its budget the test fails, once what else it measures is written. */
export function hold(figure: Figure): void {
  report(figure);
  const { ratio, budget } = figure;
  if (typeof budget === 'number') expect.soft(ratio).toBeLessThanOrEqual(budget);
  else expect.soft(ratio).toBeGreaterThanOrEqual(budget.atLeast);
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/**
 * What a quarter of some times stay under. A machine that is busy with something else only ever adds to a time, so
 * this tells more of the code than the middle does.
 */
export function lowerQuartile(times: readonly number[]): number {
  return quantile(times, 0.25);
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

function rowOf({ name, measured, baseline, ratio, budget, law = '' }: Figure): string {
  const bound = typeof budget === 'number' ? `≤ ${budget}` : `≥ ${budget.atLeast}`;
  return `| ${name} | ${measured} | ${baseline} | ${ratio.toFixed(2)} | ${bound} | ${law} |`;
}
