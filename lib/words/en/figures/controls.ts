/** What stands on the buttons of a figure that moves. */
export const controls = { play: 'Play', pause: 'Pause' };
