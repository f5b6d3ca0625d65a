/** Whole numbers as they are said. */

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A whole number from 0 to 999,999 in words: `forty-two`, `one hundred and five`, `two thousand and one`. */
export function inWords(number: number): string {
  if (number < 20) return small[number]!;
  if (number < 100) return tens[Math.floor(number / 10) - 2]! + (number % 10 ? `-${small[number % 10]!}` : '');
  const unit = number < 1000 ? 100 : 1000;
  const rest = number % unit;
  const said = `${inWords(Math.floor(number / unit))} ${unit === 100 ? 'hundred' : 'thousand'}`;
  if (rest === 0) return said;
  return `${said} ${rest < 100 ? 'and ' : ''}${inWords(rest)}`;
}
