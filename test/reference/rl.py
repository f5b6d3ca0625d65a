"""Makes rl.json: value iteration and the cart's motion by NumPy, written anew from the sources. needs: numpy"""

import json
import pathlib

import numpy as np

MAP = ["...G", ".#.P", "S..."]
MOVES = {"up": (-1, 0), "right": (0, 1), "down": (1, 0), "left": (0, -1)}
NAMES = list(MOVES)


def grid(slip, step=-0.04, goal=1.0, pit=-1.0):
    """Chances P [action, state, next] and rewards on arrival R [next] of Russell and Norvig's 4 x 3 world."""
    cells = np.array([list(row) for row in MAP])
    rows, columns = cells.shape
    flat = cells.ravel()
    P = np.zeros((4, flat.size, flat.size))
    for s in range(flat.size):
        if flat[s] in "GP#":
            continue
        for a in range(4):
            for way, chance in ((a, 1 - slip), ((a - 1) % 4, slip / 2), ((a + 1) % 4, slip / 2)):
                dr, dc = MOVES[NAMES[way]]
                r, c = s // columns + dr, s % columns + dc
                stays = not (0 <= r < rows and 0 <= c < columns) or cells[r, c] == "#"
                P[a, s, s if stays else r * columns + c] += chance
    R = np.where(flat == "G", goal, np.where(flat == "P", pit, step))
    return P, R, np.isin(flat, list("GP#"))


def solve(slip, discount):
    P, R, ends = grid(slip)
    V = np.zeros(R.size)
    history = []
    for _ in range(5000):
        Q = P @ (R + discount * np.where(ends, 0, V))  # [action, state]
        new = Q.max(0)
        history.append(new.tolist())
        moved = np.abs(new - V).max()
        V = new
        if moved == 0:
            break
    Q = P @ (R + discount * np.where(ends, 0, V))
    # The same by linear algebra: the value of the best policy, V = r + gamma P V, solved at once.
    best = Q.argmax(0)
    chances = P[best, np.arange(R.size)]
    exact = np.linalg.solve(np.eye(R.size) - discount * chances * ~ends, chances @ R)
    return {
        "slip": slip,
        "discount": discount,
        "first": history[:5],
        "q": Q.T.tolist(),
        "values": exact.tolist(),
    }


def cart(steps=200):
    """The two equations of motion as a linear system for both accelerations, solved anew at each step."""
    g, M, m, l, tau, push = 9.8, 1.0, 0.1, 0.5, 0.02, 10.0
    random = np.random.default_rng(0)
    y = np.array([0.01, -0.02, 0.03, 0.04])
    actions = random.integers(0, 2, steps)
    states = [y.tolist()]
    for action in actions:
        x, v, th, w = y
        F = push if action == 1 else -push
        # (M + m) x'' + m l th'' cos th - m l th'^2 sin th = F;  m l x'' cos th + 4/3 m l^2 th'' = m g l sin th
        A = np.array([[M + m, m * l * np.cos(th)], [m * l * np.cos(th), 4 / 3 * m * l * l]])
        b = np.array([F + m * l * w * w * np.sin(th), m * g * l * np.sin(th)])
        xx, aa = np.linalg.solve(A, b)
        y = y + tau * np.array([v, xx, w, aa])
        states.append(y.tolist())
    return {"actions": actions.tolist(), "states": states}


def motion(cases=200):
    """One step from each of many states, all over the track."""
    random = np.random.default_rng(1)
    g, M, m, l, tau, push = 9.8, 1.0, 0.1, 0.5, 0.02, 10.0
    found = []
    for _ in range(cases):
        y = random.uniform([-2.4, -3, -0.21, -3], [2.4, 3, 0.21, 3])
        action = int(random.integers(0, 2))
        x, v, th, w = y
        F = push if action == 1 else -push
        A = np.array([[M + m, m * l * np.cos(th)], [m * l * np.cos(th), 4 / 3 * m * l * l]])
        b = np.array([F + m * l * w * w * np.sin(th), m * g * l * np.sin(th)])
        xx, aa = np.linalg.solve(A, b)
        found.append({"state": y.tolist(), "action": action, "next": (y + tau * np.array([v, xx, w, aa])).tolist()})
    return found


answers = {
    "versions": {"numpy": np.__version__},
    "grid": [solve(0.2, 1.0), solve(0.2, 0.9), solve(0.0, 0.9), solve(0.5, 0.5)],
    "cart": cart(),
    "motion": motion(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(answers) + "\n")
