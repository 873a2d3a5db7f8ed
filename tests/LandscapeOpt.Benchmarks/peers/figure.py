"""The trajectory blog's experiment as it is written in Python: a guided and a random-weights run on the easy and the hard landscape, their traces
as CSV files, and one picture of both paths over the objective's contours.

usage: MPLBACKEND=Agg figure.py OUT_FOLDER       (needs NumPy and matplotlib)"""
import csv
import pathlib
import sys

try:
    import matplotlib.pyplot as plt
    import numpy as np
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(3)

CENTRE, TARGET, STEPS = np.array([2.5, 2.0]), np.array([2.15, 2.0125]), 20
DISTANCE = np.hypot(*CENTRE)


def easy(x, y):
    s, u = (2.5 * x + 2 * y) / DISTANCE, (2.5 * y - 2 * x) / DISTANCE
    return u ** 2 + 0.05 * (s - 0.75 * DISTANCE) ** 2


def easy_slope(w):
    along, across = CENTRE / DISTANCE, np.array([-2.0, 2.5]) / DISTANCE
    return 2 * (across @ w) * across + 0.1 * (along @ w - 0.75 * DISTANCE) * along


def hard(x, y):
    square = x ** 2 + y ** 2
    bumps = 1.2 * np.exp(-square / 4.5) * (1 - np.cos(6 * x) * np.cos(6 * y))
    return bumps + 0.15 * ((x - 2.5) ** 2 + (y - 2) ** 2) + 0.02 * square


def hard_slope(w):
    fade, (cx, cy), (sx, sy) = 1.2 * np.exp(-(w @ w) / 4.5), np.cos(6 * w), np.sin(6 * w)
    waves = 6 * np.array([sx * cy, cx * sy]) - (1 - cx * cy) * w / 2.25
    return fade * waves + 0.3 * (w - CENTRE) + 0.04 * w


def descend(weigh, rate, decay):
    w, rows = np.array([-1.0, 1.0]), []
    for step in range(STEPS + 1):
        slopes = easy_slope(w), hard_slope(w)
        weights = weigh(w, slopes)
        losses = easy(*w), hard(*w)
        mean = (slopes[0] + slopes[1]) / 2
        rows.append([step, *w, sum(losses) / 2, *mean, np.hypot(*mean), rate, *losses, *weights])
        w = w - rate * (weights[0] * slopes[0] + weights[1] * slopes[1])
        rate *= decay
    return rows


random = np.random.default_rng(0)


def by_chance(w, slopes):
    alpha = random.random()
    return 1 - alpha, alpha


runs = {
    "guided": descend(lambda w, slopes: [float(g @ (w - TARGET) > 0) for g in slopes], 0.15, 0.999),
    "random": descend(by_chance, 0.2, 1.0),
}
folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
names = "step x y loss gradient_x gradient_y gradient_norm learning_rate loss_easy loss_hard weight_easy weight_hard".split()
for name, rows in runs.items():
    with open(folder / f"{name}.csv", "w", newline="") as file:
        csv.writer(file).writerows([names, *rows])

line = np.linspace(-1.5, 3.5, 240)
x, y = np.meshgrid(line, line)
height = (easy(x, y) + hard(x, y)) / 2
figure, panels = plt.subplots(1, 2, figsize=(12, 5.6), sharex=True, sharey=True)
for panel, (name, rows) in zip(panels, runs.items()):
    lines = panel.contour(x, y, height, levels=50, linewidths=0.8)
    panel.clabel(lines, fontsize=7, fmt="%.1f")
    for a, b in zip(rows, rows[1:]):
        panel.plot([a[1], b[1]], [a[2], b[2]], color="blue" if a[-2] > a[-1] else "red", linewidth=1.5)
    panel.plot([r[1] for r in rows], [r[2] for r in rows], "o", color="black", markersize=3)
    panel.set(title=name, xlabel="x", ylabel="y")
figure.tight_layout()
figure.savefig(folder / "paths.png", dpi=150)
