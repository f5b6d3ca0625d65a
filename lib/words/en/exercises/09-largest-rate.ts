/** What the third exercise of lesson 09 answers: the largest learning rate that a valley can bear. */
const short = (value: number) => String(Number(value.toPrecision(3)));

export const largestRate = {
  passed: (edge: number) =>
    `The edge is right in all four valleys, the turned ones too. For the penguins it is ${short(edge)}: measured, not guessed.`,
  notANumber: (name: string, came: string) =>
    `In the valley "${name}" your answer is ${came}; it has to be a number above 0, and not infinite. Do you make the direction 1 long again in each round? Do you divide by a weight that is 0?`,
  wrong: (name: string, expected: number, came: number) =>
    `In the valley "${name}" the descent flies apart beyond ${short(expected)}; you say ${short(came)}. The edge is 2/c, with the largest curvature there is in any direction.`,
  rough: (name: string, expected: number, came: number) =>
    `Nearly: within a tenth in all four valleys. In "${name}" the edge is ${short(expected)}, and you say ${short(came)}. A few more rounds come nearer.`,
  half: 'You return 1/c: there the steepest direction arrives in a single step. The edge is twice as far, 2/c.',
  curvature: 'You return the curvature c itself. The edge is 2/c.',
  axes: 'Right in the straight valley and wrong in the turned ones: you measure along the axes only. The steepest direction may lie between them. Find it: step in some direction, see how the gradient changes, and go on in the direction of that change.',
  firstAxis: 'You have measured one direction, the first axis. What of the others, and those between them?',
  axesOnce:
    'Your steps go along the axes. The changes of the gradient that you see point between them: take one as your next direction, and repeat.',
  once: 'One step along the gradient comes near. Go on: the change of the gradient is your next direction.',
  stuck:
    'Right in the turned valleys, but stuck in the straight one: a step along the first axis changes the gradient along that axis only, so your direction never leaves it. Begin between the axes.',
  flattest: 'That is the edge of the flattest direction. The steepest one sets the limit: the largest curvature.',
  sum: 'You add the curvatures of all axes. The sum is larger than the largest, so your rate is safe but not the largest.',
  slope:
    'You divide by the length of the gradient. That is the slope; curvature is how much the slope *changes* on a step of length 1: the difference of two gradients.',
  hints: [
    'Curvature is how much the gradient changes on a step of length 1: `gradient(w + step)` less `gradient(w)`. Along which direction is it largest?',
    'Begin with a direction of length 1 that lies between the axes, `let direction: number[] = …`. See how the gradient changes along it: that change is an arrow too, and it points more towards the steepest direction than you did. Make it 1 long, and repeat some fifty times. Its length, before you make it 1 long, is the curvature.',
    'One round for two weights: `const there = gradient([w[0] + d[0], w[1] + d[1]]); const change = [there[0] - here[0], there[1] - here[1]]; const c = Math.hypot(...change); d = [change[0] / c, change[1] / c];`, with `here = gradient(w)` and `let d: number[] = [0.6, 0.8];` at the start. Yours is for any number of weights, with `map`.',
  ],
} as const;
