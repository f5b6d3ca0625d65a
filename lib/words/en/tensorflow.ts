/** What is said about TensorFlow itself. */
export const tensorflow = {
  cpu: (reason: string) =>
    `TensorFlow's native kernels are not available here (${reason}), so the slower CPU kernels of TensorFlow.js do the work. ` +
    'Every lesson gives the same results; training takes longer. `npm run doctor` tells how to mend it.',
};
