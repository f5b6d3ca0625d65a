/** What lesson 08 asks, and what its exercises answer. */
export const lesson08 = {
  title: 'Backpropagation',
  questions: {
    '08.prediction': {
      ask: 'To find the blame of one weight, nudge it, run the network once more, and see how the error changes. There are 1,210 weights and biases. How much work is it, at the least, to find the blame of all 1,210, exactly?',
      choices: [
        {
          text: 'About 1,211 forward passes: every weight has to be tried',
          because: 'That is the price of nudging. The shares of the blame have most of their way in common.',
        },
        {
          text: 'About 35 forward passes, the square root: some can be tried together',
          because: 'Together means that their effects mix. There is a better way, and it mixes nothing.',
        },
        {
          text: 'Two to three forward passes, and it would be no more for a billion weights',
          right: true,
          because:
            '2,528 multiplications forward and back, where one forward pass takes 1,184: 2.1 passes, with more layers up to 3. What is found for a unit serves all the weights before it.',
        },
        {
          text: 'It can’t be exact: there are only better and better estimates',
          because: 'Nudging estimates. The chain rule is exact, up to the rounding of the machine.',
        },
      ],
    },
    '08.q1': {
      ask: 'A hidden unit is read by ten output units, and each hands it a share. What is its blame?',
      choices: [
        {
          text: 'The largest of the ten shares',
          because: 'The other nine outputs move too when the unit moves.',
        },
        {
          text: 'The sum of the ten shares, each output’s blame times the weight between them',
          right: true,
          because: 'A nudge of the unit goes all ten ways at once, and the effects add up.',
        },
        {
          text: 'The mean of the ten shares',
          because: 'With twice as many readers, a unit does twice as much harm. A mean would hide that.',
        },
        {
          text: 'The share of the output that was most wrong',
          because: 'Each output has its own a − y, and all of them count.',
        },
      ],
    },
    '08.q2': {
      ask: 'a = 2, b = 5, and y = a · b + a. What is the blame of a, that is ∂y/∂a?',
      choices: [
        { text: '5', because: 'That is the share from the product. The sum reads a as well.' },
        { text: '6', right: true, because: '5 from the product, where the other factor is b, and 1 from the sum.' },
        { text: '12', because: 'That is y itself, not how fast it moves with a.' },
        { text: '10', because: 'That is a · b. The product hands a the other factor, 5; then the shares add.' },
      ],
    },
    '08.q3': {
      ask: 'You add an operation to your autograd: const relu = (a: Value) => new Value(Math.max(0, a.data), [a], [1]); What will happen?',
      choices: [
        {
          text: 'It is right: ReLU has slope 1',
          because: 'Only above 0. Below, the output doesn’t move with a at all.',
        },
        {
          text: 'The values are wrong wherever a is negative',
          because: 'The values are right: Math.max sees to that. Look at the last list.',
        },
        {
          text: 'The values are right; where a is below 0, blame is handed back that should stop there',
          right: true,
          because:
            'The local derivative is a.data > 0 ? 1 : 0. The loss would still fall, and a gradient check at a = −1 would find it.',
        },
        {
          text: 'TypeScript refuses it',
          because: 'A wrong number has the right type. That is why this is a lesson on checking.',
        },
      ],
    },
    '08.q4': {
      ask: 'A layer of 5 units reads 8 units; there are 32 examples. δ is (5, 32). Which product makes dW?',
      choices: [
        { text: '(8, 32) times (32, 5)', because: 'It exists, but gives (8, 5): dW lying on its side.' },
        {
          text: '(5, 32) times (32, 8)',
          right: true,
          because: 'δ times A of the layer before, turned. The 32 vanishes: the examples are added up.',
        },
        { text: '(8, 5) times (5, 32)', because: 'That is the transpose of W times δ: what the 8 units before get.' },
      ],
    },
    '08.q5': {
      ask: 'In the picture of the four backward passes, "not zeroed" has by far the lowest loss after the first epoch. What do you conclude?',
      choices: [
        {
          text: 'That gradients should not be set to zero in the first epoch',
          because:
            'It was lucky: at first all steps go the same way, so a pile of them goes faster. Then it can’t stop.',
        },
        {
          text: 'That the right backward pass has a slip, too',
          because: 'It agrees with the nudges. A slower start is no slip.',
        },
        {
          text: 'That a loss which falls, even fast, says little about whether the gradient is right',
          right: true,
          because:
            'Any direction that is roughly downhill lowers the loss for a while. Only the gradient check compares.',
        },
      ],
    },
  },
  exercises: {
    product: {
      passed:
        'Each factor gets the blame of the product times the other factor. You will never need more for a product.',
      wrong: 'a moves the product b times as fast, b moves it a times as fast; each times the blame that comes in.',
      swapped: 'You give each factor itself. How fast the product moves with a is told by the *other* factor.',
      noBlame:
        'These are the local derivatives. The chain rule multiplies them by the blame that comes in from behind: `blame`.',
      added: 'You add the blame to the local derivative. Along a chain, factors multiply.',
      both: 'Both get the same. Change a alone, with b = 3: the product moves three times as fast as a, whatever a is.',
      passedOn:
        'That is what a sum does, which hands its blame on unchanged. A product multiplies it by the other factor.',
      halved: 'The blame is not shared out: each factor gets all of it, times its own local derivative.',
      notTwo: 'Return two numbers, what a gets and what b gets: `return [ …, … ];`',
      hints: [
        'Nudge a by 0.001 and leave b alone. By how much does a · b change?',
        'It changes by 0.001 · b, so the local derivative for a is b. What is it for b? Then comes the chain rule.',
        'For a quotient y = a / b it would be `return [blame / b, (-blame * a) / (b * b)];`: twice the blame times a local derivative. Do the same with the local derivatives of a product.',
      ],
    },
    dense: {
      passed:
        'Nudges to every weight, bias and input say the same. This function, once for each layer, trains networks of any depth.',
      nothing:
        '`denseBackward` has to return the three: `return { dW, db, dBefore };`, where dW and dBefore are lists of rows and db is a list of numbers.',
      wrong: (part: string, problem: string) =>
        `${part} is not what nudging says. ${problem} First δ = dA times σ′(Z), number by number; then the three formulas.`,
      noSlope: (part: string) =>
        `In ${part} the slope of the sigmoid is missing. The blame comes in at A; to get behind the bend it is multiplied by σ′(Z).`,
      slopeAtA: (part: string) =>
        `In ${part} you take σ′ at A, or at σ(Z). The derivative belongs to the number that went *into* the sigmoid: Z.`,
      halfSlope: (part: string) => `In ${part} you multiply by a alone. The derivative of the sigmoid is a · (1 − a).`,
      noMean: (part: string) =>
        `${part} is m times too large. The loss is the mean over the m examples, so the sum over them is divided by m.`,
      meanTwice:
        'dBefore is divided by m. It holds what each single example’s own loss does, as δ does; m comes in only where examples are added up, in dW and db.',
      averaged: 'dBefore is divided by the number of units. Shares add; nothing is averaged.',
      lastReader: 'dBefore knows only the last unit. An input is read by all of them, and shares add: `+=`, not `=`.',
      bentTwice:
        'dBefore is multiplied by a slope of the layer before. It is the blame of what this layer *read*; the bend that made it belongs to the layer before.',
      transposed: (part: string) => `${part} lies on its side: rows and columns have changed places.`,
      plainW:
        'dBefore uses W as it is. An input collects from all units that read it, and these weights stand in a *column* of W.',
      firstExample: (part: string) =>
        `${part} knows only one of the examples. Each weight is used by all of them: add up.`,
      hints: [
        'Begin with δ, the blame of Z: `dA[j][i]` times the slope of the sigmoid at `Z[j][i]`, for each unit j and each example i. `scratch.sigmoid.derivative(z)` is that slope.',
        'Then three sums. dW[j][k] adds up, over the examples i, δ[j][i] · before[k][i], and divides by m; db[j] adds up δ[j][i] and divides by m; dBefore[k][i] adds up, over the units j, W[j][k] · δ[j][i].',
        'For a single unit with one input w, and m examples, it would be: `const delta = z.map((zi, i) => dA[i] * scratch.sigmoid.derivative(zi)); const dw = delta.reduce((sum, d, i) => sum + d * before[i], 0) / z.length; const dBefore = delta.map((d) => w * d);`. Yours has rows of units j and of inputs k around it.',
      ],
    },
    broken: {
      passed: (ops: number) =>
        `All ${ops} operations of the check are judged rightly, slips of a thousandth among them. Run it on whatever you write from now on.`,
      nothing: '`broken` has to return a list of names: `return operations.filter(…).map(({ name }) => name);`.',
      all: 'You call every operation broken. Is the numeric slope (f(a + h) − f(a − h)) / (2 · h), with brackets round 2 · h?',
      none: 'You find nothing broken. Compare the slope with the numeric one at each place, and return the names of those that are apart.',
      stranger: (name: string) => `There is no operation called ${name}. Return the names as they stand in the list.`,
      turned: 'You return the names of those that are right. Turn the question round.',
      firstPlace: (names: string) =>
        `You miss ${names}. These are right at their first place and wrong at a later one: one bad place is enough. Ask whether it is wrong at \`some\` of its places.`,
      noSize: (names: string) =>
        `You miss ${names}. Their slope is too *small*, so the difference is negative, and below any tolerance. Compare its size: \`Math.abs\`.`,
      signless: (names: string) =>
        `You miss ${names}. Only the sign is wrong there. Take the size of the difference, not the difference of the sizes.`,
      absolute: (names: string) =>
        `You accuse ${names}, where slopes are in the thousands and rounding alone makes more than your tolerance. The tolerance has to grow with the slope: 0.0001 times the larger of 1 and its size, which for −10,000 is 10,000. If it does, your h is too small: 0.00001 will do.`,
      flat: (names: string) =>
        `You accuse ${names} at 13, where the slope is almost 0 and rounding alone is more than your tolerance. Never allow less than 0.0001: the tolerance is 0.0001 times the larger of 1 and the size of the slope.`,
      lax: (names: string) =>
        `You miss ${names}, which is off by a thousandth. Allow 0.0001 times the larger of 1 and the size of the slope, and a small h, such as 0.00001.`,
      missed: (names: string) =>
        `You miss ${names}. Do you compare the *size* of the difference, \`Math.abs(…)\`, at each place?`,
      accused: (names: string) =>
        `You accuse ${names}. What is typed there is right. Do you nudge to *both* sides, by a small h such as 0.00001, and does the tolerance grow with the slope?`,
      hints: [
        'For one operation at one place a: the numeric slope is `(f(a + h) - f(a - h)) / (2 * h)`, with h = 0.00001. Compare it with `slope(a)`.',
        'Broken means: at *some* of the places the two are apart by more than 0.0001 · max(1, size of the slope). `places.some((a) => …)` asks that; `filter` keeps the broken ones.',
        'Whether a single function has slope 2a at a = 3 would be asked like this: `const numeric = (f(3 + h) - f(3 - h)) / (2 * h); const apart = Math.abs(2 * 3 - numeric) > 1e-4 * Math.max(1, Math.abs(2 * 3));`. Ask it for every place of every operation, and return the names.',
      ],
    },
  },
} as const;
