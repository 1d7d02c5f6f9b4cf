/** A place on the earth (WGS 84), degrees. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** About a metre. */
const DIGITS = 5;

/** In the words of a Chinese document: `东经122.84000°，北纬45.62000°`. */
export function pointText({ longitude, latitude }: Point): string {
  const east = `${longitude < 0 ? '西' : '东'}经${Math.abs(longitude).toFixed(DIGITS)}°`;
  const north = `${latitude < 0 ? '南' : '北'}纬${Math.abs(latitude).toFixed(DIGITS)}°`;

  return `${east}，${north}`;
}
