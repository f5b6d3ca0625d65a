/** What the film of a cart and its pole says. */
import { count, number } from '../numbers';

const tenth = (value: number) => number(Math.round(value * 10) / 10);

export const cartPole = {
  title: 'Cart and pole',
  axis: 'position of the cart, in m',
  cart: 'cart',
  pole: 'pole',
  limit: 'end of the track',
  seconds: (seconds: number) => `${seconds.toFixed(2)} s`,
  description: (steps: number, seconds: number, [left, right]: [number, number], lean: number, last: number) =>
    `A cart balances a pole for ${count(steps, 'step')}, ${number(seconds)} s. The cart is between ${tenth(left)} m and ` +
    `${tenth(right)} m from the middle; the pole leans ${tenth(lean)}° at most, ${tenth(last)}° at the end.`,
};
