/** What lesson 00 asks, and what its exercises answer. */
export const lesson00 = {
  title: 'Start here',
  questions: {
    '00.prediction': {
      ask: 'Sort the 342 penguins by the length of their bills and cut the row in the middle. Which half has the deeper bills, on average?',
      choices: [
        {
          text: 'The half with the long bills',
          because: 'A reasonable guess: larger birds have larger bills. The average over all birds says otherwise.',
        },
        {
          text: 'The half with the short bills',
          right: true,
          because: '17.9 mm against 16.4 mm. The picture below shows why, and why this is only half of the truth.',
        },
        { text: 'Neither: the difference is below half a millimetre', because: 'The difference is 1.4 mm.' },
      ],
    },
    '00.q1': {
      ask: 'You change a cell in the middle of the page and run only that cell. What do the cells below it show?',
      choices: [
        {
          text: 'What they showed before, until you run them again',
          right: true,
          because:
            'A cell runs when you run it, and only then. Where you lose track, the menu Run has "Restart Kernel and Run All Cells".',
        },
        {
          text: 'The new results: the page keeps itself up to date, as a spreadsheet does',
          because: 'A spreadsheet does; a notebook does not. Old results stay until you run their cells again.',
        },
        { text: 'Nothing: their output is cleared', because: 'Their output stays, and it is the old one.' },
      ],
    },
    '00.q2': {
      ask: 'A tensor holds 50 penguins, each with 4 measurements, one row for each penguin. What is the shape of its mean over the rows, `xs.mean(0)`?',
      choices: [
        { text: '[50]', because: 'That would be one mean for each penguin, of millimetres and grams mixed.' },
        { text: '[4]', right: true, because: 'One mean for each measurement: axis 0, the rows, is gone.' },
        { text: '[50, 4]', because: 'That is the shape before. A mean over an axis takes the axis away.' },
      ],
    },
    '00.q3': {
      ask: 'In the coloured picture of the bills, the mean of the Adelies stands at 39 and 18 mm, that of the Gentoos at 48 and 15. Which species does the nearest mean give a bird of 40 and 15 mm?',
      choices: [
        {
          text: 'Gentoo: its depth is exactly that of the Gentoos',
          because: 'The depth is, but the length is 8 mm away: squared 64. The distance counts both.',
        },
        {
          text: 'Adelie',
          right: true,
          because:
            'Squared distances: 1² + 3² = 10 to the Adelies, 8² + 0² = 64 to the Gentoos. The smaller one decides.',
        },
        {
          text: 'Neither: a bird that fits no cloud gets no answer',
          because: 'One mean is always the nearest. Such a rule answers for an ostrich, too.',
        },
      ],
    },
    '00.q4': {
      ask: 'Why did two more measurements make the nearest mean worse?',
      choices: [
        {
          text: 'Flipper and mass say nothing about the species',
          because: 'They say a lot: in the same four measurements, standardised, only a few birds are told wrong.',
        },
        {
          text: 'With more numbers than two, distances have no meaning',
          because: 'The formula is the same for any number of measurements, and it works once they share a scale.',
        },
        {
          text: 'Grams differ by hundreds and millimetres by a few, so the distance listened to the mass alone',
          right: true,
          because:
            '300 g count 90,000 in the squared distance, 10 mm of bill count 100. The unit decided, not the bird.',
        },
      ],
    },
  },
  exercises: {
    mean: {
      passed: 'That is a mean, of any numbers, however many.',
      wrong: 'Add the numbers up, then divide the sum by how many there are.',
      sum: 'That is the sum. Divide it by how many numbers there are.',
      fixed: 'Right for three numbers. `numbers.length` says how many there are, whatever the list.',
      oneLess: 'You divide by one too few: by how many there are, not by the last index.',
      rounded: 'Almost: the mean need not be a whole number, and yours is rounded.',
      middle: 'That is the number in the middle, the median. A mean is the sum divided by how many there are.',
      ends: 'That is halfway between the smallest and the largest number. The mean counts all those between, too.',
      early: 'You return inside the loop, after the first number. `return` comes after the loop.',
      firstMissing: 'The first number is missing: the places of a list begin at 0.',
      nothing: 'Nothing is returned, which is `undefined`. The line has to begin with `return`.',
      notANumber:
        'The result is NaN, "not a number". Does a sum start without a value, or does a loop run past the end (`i <= numbers.length`)?',
      words: 'The result is a text, not a number. `toFixed` and quotation marks make texts.',
      hints: [
        'Two steps: the sum of the numbers, and a division.',
        '`numbers.reduce((sum, number) => sum + number, 0)` is the sum, and `numbers.length` says how many there are.',
        'For exactly two numbers it would be `return (numbers[0] + numbers[1]) / 2;`. Yours has to work for any list, so the sum is a `reduce` or a loop, and the 2 is something else.',
      ],
    },
    standardised: {
      passed: 'Mean 0 and standard deviation 1, in the same order: grams and millimetres can now be compared.',
      wrong: 'Subtract the mean from each number, then divide the difference by the standard deviation.',
      nothing:
        '`standardised` has to return a list of numbers. Is there a `return`, also inside of the braces of `map`?',
      length: (came: number, expected: number) =>
        `The list should have as many numbers as the column, ${expected}; yours has ${came}.`,
      notANumber:
        'There is a NaN in your list, "not a number". Does a sum start without a value, or is the root of something negative taken? In JavaScript a square is `** 2`; `^` is something else.',
      notSquared:
        'You divide by 0, or nearly. The differences x − mean always add up to 0: square each of them before you take their mean.',
      unchanged: 'These are the numbers of the column, unchanged. Return the new list that you have made.',
      centred: 'The mean is 0 now. One step is missing: divide by the standard deviation.',
      scaled: 'You divide by the standard deviation, but the mean is still there: subtract it first.',
      variance: 'You divide by the mean of the squares. The standard deviation is its square root: `Math.sqrt`.',
      oneLess:
        'Almost: you divide the squares by one less than there are. Both ways are in use; the lesson divides by how many there are.',
      sumOfSquares:
        'The root is taken of the *mean* of the squares: divide their sum by how many there are first, under the root.',
      order: 'The numbers are right, in another order. Keep that of the column.',
      rounded: 'Almost: yours are rounded. Leave the digits as they are.',
      range:
        'Your numbers run from 0 to 1: that is another way to a common scale. Here it is the mean, and the standard deviation.',
      brackets: 'You divide before you subtract: `x - mean / std` needs brackets, `(x - mean) / std`.',
      absolute:
        'You divide by the mean distance from the mean. The standard deviation squares the distances and takes the root.',
      inPlace: 'Right, but your function changes the column that it was given. Make a new list, as `map` does.',
      hints: [
        'Three numbers in turn: the mean of the column, the standard deviation, and then (x − mean) / std for each x.',
        'The standard deviation is the root of a mean: of the squares (x − mean)². So `mean` serves you twice: `mean(column)`, and `mean` of the squares, which `map` makes.',
        'To bring a column to the range from 0 to 1 instead, one writes: `const low = Math.min(...column); const range = Math.max(...column) - low; return column.map((x) => (x - low) / range);`. In yours, the mean takes the place of `low` and the standard deviation that of `range`.',
      ],
    },
    iris: {
      numbers: (right: number, all: number) => `Your rule names ${right} of ${all} flowers rightly.`,
      passed: (numbers: string) =>
        `${numbers} You looked, drew two borders, and counted. In lesson 01 it is examples that choose such borders.`,
      texts: 'Your rule answers with texts. The species are numbers here: 0 setosa, 1 versicolor, 2 virginica.',
      nothing: 'For some flowers your rule returns nothing. Each way through it has to end in a `return` of 0, 1 or 2.',
      outside: (came: string) => `A species is 0, 1 or 2; for one flower your rule answers ${came}.`,
      constant: (name: string) =>
        `Your rule says ${name} for every flower. In which unit is the number that you compare with? The lengths are in centimetres.`,
      never: (name: string, numbers: string) =>
        `${numbers} It never says ${name}. Does an \`if\` further up catch those flowers? And x[0] is the length, x[1] the width.`,
      swapped: (numbers: string) =>
        `${numbers} The borders are good, but species are mixed up: 0 is setosa, 1 versicolor, 2 virginica.`,
      border: (numbers: string) =>
        `${numbers} The setosas are right. Move the border between versicolor and virginica: where in the picture do the two clouds meet?`,
      setosa: (numbers: string) =>
        `${numbers} Begin with the setosas: in the picture they stand apart from all others, at the lower left.`,
      wrong: (numbers: string) =>
        `${numbers} Look at the picture again: between which two numbers does each cloud end?`,
      hints: [
        'Two borders are enough: one between setosa and the rest, one between versicolor and virginica. Read both from the picture.',
        'The width of the petal alone will do. `if (width < …) return 0;` comes first, and the second border needs to ask only those that are left.',
        'Penguins by the flipper and the bill would be: `if (flipper >= 207) return 2; if (bill >= 43) return 1; return 0;`. For the irises, begin with the narrowest petals, below 0.8 cm.',
      ],
    },
  },
} as const;
