/** What lesson 01 asks, and what its exercises answer. */
export const lesson01 = {
  title: 'What is deep learning?',
  questions: {
    '01.prediction': {
      ask: 'Rules about holes now fight a network that knows nothing. The rules need no pictures to learn from. After how many labelled pictures does the network read better than they do, in an exam of digits that neither has seen?',
      choices: [
        {
          text: 'After about twenty',
          right: true,
          because:
            'With ten it is still behind, with twenty it is far ahead: five pictures or so of each digit. That is how little the rules knew of the way people write.',
        },
        {
          text: 'After some hundred',
          because: 'By then it has long overtaken them. Hundreds buy the next few percent.',
        },
        {
          text: 'After some thousand',
          because: 'Thousands buy the last few percent. The rules were beaten long before.',
        },
        {
          text: 'Never: it does not know what a hole is',
          because: 'It knows nothing but ink, and that is its advantage: no pen has to close a loop for it.',
        },
      ],
    },
    '01.q1': {
      ask: 'Our second program measures the holes as we told it to, and examples choose the means. What is it?',
      choices: [
        {
          text: 'Symbolic AI, since holes are symbols',
          because: 'The features are. But its borders come from examples: something is learnt, which no rule said.',
        },
        {
          text: 'Machine learning, and not deep learning',
          right: true,
          because: 'The borders are learnt, the features are given. In deep learning the features are learnt as well.',
        },
        {
          text: 'Deep learning, since a mean for each digit makes a layer of neurons',
          because: 'It is a layer, as lesson 00 showed. But what it looks at, the holes, was chosen by us.',
        },
      ],
    },
    '01.q2': {
      ask: 'In the duel, the curve of the learnt borders hardly rises from 200 pictures to 3,150. What would help that program most?',
      choices: [
        {
          text: 'Ten times as many labelled pictures',
          because: 'From 200 to 3,150 was fifteen times as many, and the curve has not risen.',
        },
        {
          text: 'A faster computer',
          because: 'It is done in a moment as it is. Speed makes it sooner, not better.',
        },
        {
          text: 'Other features than the holes',
          right: true,
          because: 'Where a loop is open there is no hole, and no border in the world can tell what was not measured.',
        },
      ],
    },
    '01.q3': {
      ask: 'A training takes 1 hour on a machine of 10¹² multiplications per second. How long would the Cray-1 of 1976 take, with its 8 · 10⁷?',
      choices: [
        { text: 'About 5 days', because: 'That is 125 hours. 10¹² divided by 8 · 10⁷ is 12,500.' },
        {
          text: 'About a year and a half',
          right: true,
          because: '10¹² / (8 · 10⁷) = 12,500 times as long: 12,500 hours are 521 days.',
        },
        { text: 'About 14 years', because: 'That is 125,000 hours: one zero too many.' },
      ],
    },
    '01.q4': {
      ask: 'A program plays a video game. In the code one reads: if (score > before) keep(move);. No list of good moves is anywhere. Which kind of learning is it?',
      choices: [
        {
          text: 'Supervised',
          because:
            'A supervisor would say which move was the right one. Here nobody does, only the score rises or not.',
        },
        {
          text: 'Unsupervised',
          because: 'Then there would be no score either, only games to look for patterns in.',
        },
        {
          text: 'Reinforcement',
          right: true,
          because: 'It tries, and hears only whether that was good. What would have been better, it never hears.',
        },
        {
          text: 'Transfer',
          because: 'Nothing is carried over from another task; it begins with this game.',
        },
      ],
    },
    '01.q5': {
      ask: 'In the picture "A little to the right", one curve falls and the other is level. What do you read from it?',
      choices: [
        {
          text: 'That the network has learnt too little: with more digits like those it had, it would not fall',
          because: 'All of them stand in the middle. More of the same tell nothing about the right.',
        },
        {
          text: 'That the network holds only where its examples were, while a rule about holes does not ask for the place',
          right: true,
          because:
            'So the mend was to show it examples from there. Lesson 13 builds the place into the network itself.',
        },
        {
          text: 'That rules are better than networks',
          because:
            'At 0 pixels they are worse, by more than twenty points. Which is better depends on what the exam asks.',
        },
      ],
    },
  },
  exercises: {
    topFive: {
      passed: 'That is how ImageNet counted: five guesses, and only a miss with all five is an error.',
      wrong:
        'Count the pictures whose name is not among their five guesses, and divide by how many pictures there are.',
      accuracy: 'That is the share that was found. The *error* is the other part: the name is not among the five.',
      first: 'You look at the first guess only. That is the top-1 error; here each of the five counts.',
      any: 'You count a picture as soon as one guess is wrong. It is an error only if none of the five is right.',
      count: 'That is the number of errors. Divide it by the number of pictures.',
      percent: 'That is in percent. Return the share, from 0 to 1.',
      guesses: 'You divide by the number of guesses. Divide by the number of pictures.',
      flat: 'You look for the name among the guesses for all pictures. Each name belongs to its own five: `guesses[i]`.',
      firstName: 'You look for the first name in all lists. Each picture has a name of its own: `names[i]`.',
      part: 'You look for the name inside the text of the guesses: “cat” is then found in “catfish”. Ask the list: `guesses[i].includes(name)`.',
      nothing: 'Nothing is returned, which is `undefined`. The line has to begin with `return`.',
      hints: [
        'For one picture: is its name among its five guesses? Count those where it is not.',
        '`five.includes(name)` asks whether a list holds a name, and `names.filter((name, i) => …)` keeps some; `guesses[i]` are the guesses for the picture of `names[i]`.',
        'The share of words longer than three letters would be `return words.filter((word) => word.length > 3).length / words.length;`. Yours filters the names by whether their five guesses lack them.',
      ],
    },
    border: {
      passed:
        'No border makes fewer mistakes on these examples. You have written a program that learns: another list, another border, the same code.',
      wrong: (task: string, found: number, fewest: number) =>
        `For ${task}, your border makes ${found === 1 ? '1 mistake' : `${found} mistakes`}, and there is one that makes ${fewest}.`,
      mistakes: (count: number) => (count === 1 ? '1 mistake' : `${count} mistakes`),
      nothing: '`border` has to return a number: the border itself.',
      notANumber:
        'The border is NaN, "not a number". Does a loop run past the end of a list, or do you compare with a border that has no value yet?',
      changes: 'Your function changes the lists it was given; `sort` does so, too. Copy first: `[...values]`.',
      count: 'That is how many mistakes the best border makes. Return the border that makes them.',
      index: 'That is the place of the border in the list. Return the value that stands there.',
      mean: 'That is the mean of all values. It does not look at the answers, so examples choose nothing.',
      middle:
        'That is halfway between the two means, and often good. But one giant draws its mean away: count mistakes instead, and keep the border with the fewest.',
      smallest:
        'That is the smallest of the 1s. A single 1 among the 0s ruins it. Try every value as a border, and count.',
      largest: 'That is the largest of the 0s, and "from the border on" would make it a 1.',
      most: 'That is the border with the *most* mistakes. Turn the comparison round.',
      oneKind: 'You count one kind of mistake only. A 0 from the border on is a mistake, and a 1 below it is one, too.',
      strictly: 'Almost: the border itself belongs to the 1s. Count with `value >= border`, not `>`.',
      hints: [
        'Which borders are worth trying? Between two neighbouring values all of them make the same mistakes. Above the largest, whose answer is 1 in these lists, they make one more than at it. So the values themselves are enough.',
        'Two loops: over the candidates, and for each over the examples, to count the mistakes. Keep the candidate with the fewest so far.',
        'To find the price with the largest profit one would write: `let best = prices[0]; for (const price of prices) if (profit(price) > profit(best)) best = price; return best;`. In yours the candidates are the values, and in the place of the profit stands the number of mistakes, which should be small.',
      ],
    },
    shape: {
      names: ['circle', 'square', 'triangle'],
      numbers: (right: number, all: number) => `Your rules name ${right} of ${all} new pictures rightly.`,
      passed: (numbers: string) => `${numbers} Rules can win here: this world was drawn by rules, and you know them.`,
      texts: 'Your rules answer with texts. The shapes are numbers here: 0 circle, 1 square, 2 triangle.',
      nothing: 'For some pictures nothing is returned. Each way through the function has to end in a `return`.',
      outside: (came: string) => `A shape is 0, 1 or 2; for one picture the answer is ${came}.`,
      constant: (name: string) =>
        `The answer is ${name} for every picture. Print what you measure, for a picture or two: is it NaN, or on one side of all your borders? The darkest shapes have a brightness of 0.5, the paper up to about 0.2.`,
      swapped: (numbers: string) =>
        `${numbers} You tell them apart, but some names are mixed up: 0 is circle, 1 square, 2 triangle.`,
      size: (numbers: string) =>
        `${numbers} Your answers follow the size of the shape: large ones get one name, small ones another. Measure something that stays the same when a shape grows, such as a share.`,
      never: (name: string, numbers: string) => `${numbers} The answer is never ${name}.`,
      wrong: (numbers: string) =>
        `${numbers} Draw pictures with what you measured as their labels, as the text above shows. What is bright, and where do your borders lie?`,
      hints: [
        'What is true of each shape, however large, wherever it stands? Think of the smallest box around it: how much of the box does it fill?',
        'A square fills its box, a circle π/4 of it, a triangle half. So: which pixels are bright (above 0.3, say)? How many, from which row to which, from which column to which? Then two borders for the share, as pixels are coarse: 0.68 and 0.93, or thereabouts.',
        'The rows with something bright are `const rows = picture.flatMap((row, i) => (row.some((v) => v > 0.3) ? [i] : []));`, so the box is `Math.max(...rows) - Math.min(...rows) + 1` high. Do the same for columns, `picture[0].flatMap((_, j) => …)`, count the bright pixels of `picture.flat()`, and divide.',
      ],
    },
  },
} as const;
