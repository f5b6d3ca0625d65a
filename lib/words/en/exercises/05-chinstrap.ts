/** What the third exercise of lesson 05 answers: finding the Chinstraps. */
const percent = (rate: number) => `${Math.round(rate * 100)} %`;

export const chinstrap = {
  numbers: (found: number, adelie: number, gentoo: number, balanced: number) =>
    `Your network finds ${percent(found)} of the Chinstraps; it also takes ${percent(adelie)} of the Adelies and ${percent(gentoo)} of the Gentoos for one. Score: ${percent(balanced)}.`,
  passed: (numbers: string) => `${numbers} The best single neuron comes to 84 %.`,
  nothing: '`chinstrap` has to return four things: `return { W1, b1, W2, b2 };`, each of them an array.',
  lists: '`W1` and `W2` are lists of rows, such as `[[10, 10]]`; `b1` and `b2` are plain lists, such as `[-15]`.',
  shapes: (n: number, wanted: string, came: string) =>
    `With ${n} hidden ${n === 1 ? 'unit' : 'units'} the shapes should be ${wanted}; yours are ${came}.`,
  transposed: (name: string) => `${name} lies on the wrong side: a row for each unit, a column for each of its inputs.`,
  notFinite: 'A weight or a bias is not a number.',
  silent: (numbers: string) =>
    `${numbers} It never says yes. Do the cuts leave any bird to say yes to? Follow a Chinstrap of 50 and 18 mm through: what do the hidden units answer, and what does the last one make of it?`,
  always: (numbers: string) =>
    `${numbers} It says yes to every bird. With both hidden units near 0 the last sum has to be below 0: the last bias is negative.`,
  stuck: (unit: number, yes: boolean, numbers: string) =>
    `${numbers} Hidden unit ${unit} says ${yes ? 'yes' : 'no'} to every bird: its cut lies outside the picture. A cut at 40 mm with a weight of 10 needs a bias of −400. And the first input is the length, the second the depth.`,
  noRoom: (numbers: string) =>
    `${numbers} Even full yeses bring the last sum no higher than 0. A sigmoid never quite reaches 1, so leave room: for an AND of two weights of 1 a last bias of −1.5, in place of −2.`,
  opposite: (numbers: string) => `${numbers} It says the opposite: turn the signs of W2 and b2.`,
  oneUnit: (numbers: string) =>
    `${numbers} One hidden unit is one straight cut. The Chinstraps lie between two: to the right of the Adelies and above the Gentoos.`,
  either: (numbers: string) =>
    `${numbers} It says yes where *one* of the two cuts does: that is an OR. A last bias that one yes can't overcome makes it an AND.`,
  adelies: (numbers: string) =>
    `${numbers} It takes Adelies in: they have as deep a bill, but a shorter one. Move the cut on the length to longer bills.`,
  gentoos: (numbers: string) =>
    `${numbers} It takes Gentoos in: they have as long a bill, but a flatter one. Move the cut on the depth to deeper bills.`,
  shy: (numbers: string) =>
    `${numbers} It misses Chinstraps: one of the cuts asks for too long or too deep a bill. Move it back a little.`,
  wrong: (numbers: string) => `${numbers} Draw it with \`draw(chinstrap())\`: which corner of the region should move?`,
  hints: [
    'Two questions tell a Chinstrap: is the bill long, and is it deep? Read from the picture where you would cut.',
    'The unit "longer than 40 mm?" has weights 1, 0 and bias −40: its z is above 0 for longer bills. Multiply all three by 4 and the step gets steeper. The last unit is the AND of the lesson.',
    'A network for Gentoos, long and *flat*: `W1 = [[4, 0], [0, -4]]`, `b1 = [-160, 68]` (longer than 40, flatter than 17), `W2 = [[10, 10]]`, `b2 = [-15]`. Yours turns one question round and moves both cuts.',
  ],
} as const;
