/** The normal distribution's bell and the area under it, which gelu needs and JavaScript's Math has not. */

/** φ(z) = e^(−z²/2) / √(2π), the height of the bell. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * Φ(z), the area under the bell to the left of z, right to 13 digits in the tails too. Near 0 by a series of terms that
 * are all positive, far out by Laplace's continued fraction: Abramowitz and Stegun, "Handbook of mathematical
 * functions", 1964, 26.2.11 and 26.2.14.
 */
export function normalArea(z: number): number {
  const size = Math.abs(z);
  if (size > 3) return z > 0 ? 1 - tail(size) : tail(size);
  // Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …)
  let term = z;
  let sum = z;
  for (let odd = 3; odd < 120; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + normalDensity(z) * sum;
}

/** The area beyond `size`: φ(z) / (z + 1/(z + 2/(z + 3/(z + …)))), from the innermost fraction outwards. */
function tail(size: number): number {
  let fraction = size;
  for (let n = 120; n > 0; n--) fraction = size + n / fraction;
  return normalDensity(size) / fraction;
}
