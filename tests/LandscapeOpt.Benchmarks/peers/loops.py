"""Gradient descent on f(x, y) = 1 + sin x + cos y + 0.1 (y + y^2 + x^2), learning rate 0.01, as it is written in Python, on one thread.

usage: loops.py python|numpy|numpy-grid|torch-sgd|torch-adam

Prints steps per second of wall time, the same of processor time, and where the run or the grid's sum ended. Exit code 3: not installed."""
import math
import sys
import time


def python(steps):
    x, y = 4.0, 2.0
    for _ in range(steps):
        x, y = x - 0.01 * (math.cos(x) + 0.2 * x), y - 0.01 * (0.1 - math.sin(y) + 0.2 * y)
    return x


def numpy_run(steps):
    import numpy as np

    def gradient(w):
        return np.array([np.cos(w[0]) + 0.2 * w[0], 0.1 - np.sin(w[1]) + 0.2 * w[1]])

    w = np.array([4.0, 2.0])
    for _ in range(steps):
        w = w - 0.01 * gradient(w)
    return w[0]


def numpy_grid(steps, pixels=256):
    import numpy as np

    line = np.linspace(-6, 6, pixels)
    x, y = np.repeat(line[None, :], pixels, 0).ravel(), np.repeat(line[:, None], pixels, 1).ravel()
    for _ in range(steps // pixels ** 2):
        x -= 0.01 * (np.cos(x) + 0.2 * x)
        y -= 0.01 * (0.1 - np.sin(y) + 0.2 * y)
    return x.sum() + y.sum()


def torch_run(rule):
    def run(steps):
        import torch

        torch.set_num_threads(1)
        w = torch.tensor([4.0, 2.0], dtype=torch.float64, requires_grad=True)
        optimizer = getattr(torch.optim, rule)([w], lr=0.01)
        for _ in range(steps):
            optimizer.zero_grad()
            x, y = w
            (1 + torch.sin(x) + torch.cos(y) + 0.1 * (y + y ** 2 + x ** 2)).backward()
            optimizer.step()
        return w[0].item()

    return run


WORKS = {
    "python": (python, 300_000),
    "numpy": (numpy_run, 50_000),
    "numpy-grid": (numpy_grid, 200 * 256 * 256),
    "torch-sgd": (torch_run("SGD"), 3_000),
    "torch-adam": (torch_run("Adam"), 3_000),
}

if len(sys.argv) != 2 or sys.argv[1] not in WORKS:
    sys.exit(__doc__)
work, steps = WORKS[sys.argv[1]]
try:
    work(1)  # imports, and everything that happens once
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(3)
wall, processor = time.perf_counter(), time.process_time()
end = work(steps)
print(f"{steps / (time.perf_counter() - wall):.0f} {steps / (time.process_time() - processor):.0f} steps/s (end {end:.9f})")
