const tiny = 1e-300;
const relativeError = 1e-16;
/** The fraction needs about the square root of the larger parameter; this is room for any count of people. */
const mostSteps = 100_000;

/**
 * ln Γ(x) for x > 0: Stirling's series (NIST Digital Library of Mathematical Functions 5.11.1), after the recurrence
 * Γ(x + 1) = x Γ(x) has taken x to where the terms left out are below the precision of a double.
 */
export function logGamma(x: number): number {
  let product = 1;
  let y = x;
  while (y < 15) product *= y++;
  const z = 1 / (y * y);
  const series = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / y;
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/**
 * The regularised incomplete beta function I_x(a, b), the distribution function of the beta distribution, for a, b > 0 and
 * 0 <= x <= 1: the continued fraction of DLMF 8.17.22, evaluated by the modified method of Lentz (Numerical Recipes, 3rd
 * edition, 5.2 and 6.4).
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // On either side of its mean the fraction of that side converges fast.
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b;
}

function fraction(a: number, b: number, x: number): number {
  const kept = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= mostSteps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < relativeError) break;
  }
  return result;
}

/** The x at which {@link incompleteBeta} reaches `share`, by bisection down to neighbouring doubles. */
export function betaQuantile(share: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (incompleteBeta(a, b, middle) < share) low = middle;
    else high = middle;
  }
}
