// What the map engine is measured against: gradient descent on f(x, y) = 1 + sin x + cos y + 0.1 (y + y^2 + x^2) from every point of a grid over
// [-6, 6]^2, learning rate 0.01, every run all its steps, on one thread. The gradient is written by hand, and the loop is left to the compiler and
// its vector mathematics:
//
//   g++ -Ofast -march=native -mprefer-vector-width=512 basin.cpp -o basin -lm -lmvec
//   ./basin [pixels along each side = 256] [steps = 1000]
//
// Prints steps per second of wall time, the same of processor time, and the sum of all end points, so that nothing can be left out.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace {

constexpr int kBlock = 64;  // 1 KiB of points: they stay in the first-level cache for all steps
constexpr double kRate = 0.01;

struct Block {
    alignas(64) double x[kBlock];
    alignas(64) double y[kBlock];
};

void descend(Block &b, int steps) {
    Block local = b;
    for (int step = 0; step < steps; step++) {
#pragma GCC ivdep
        for (int i = 0; i < kBlock; i++) {
            const double x = local.x[i], y = local.y[i];
            local.x[i] = x - kRate * (std::cos(x) + 0.2 * x);
            local.y[i] = y - kRate * (0.1 - std::sin(y) + 0.2 * y);
        }
    }
    b = local;
}

}  // namespace

int main(int argc, char **argv) {
    const int pixels = argc > 1 ? std::atoi(argv[1]) : 256;
    const int steps = argc > 2 ? std::atoi(argv[2]) : 1000;
    const int count = pixels * pixels;
    std::vector<Block> blocks((count + kBlock - 1) / kBlock);
    const double spacing = 12.0 / (pixels - 1);
    for (int i = 0; i < count; i++) {
        blocks[i / kBlock].x[i % kBlock] = -6 + spacing * (i % pixels);
        blocks[i / kBlock].y[i % kBlock] = -6 + spacing * (i / pixels);
    }

    const auto wall = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    for (Block &block : blocks) descend(block, steps);
    const double processorSeconds = double(std::clock() - processor) / CLOCKS_PER_SEC;
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count();

    double sum = 0;
    for (int i = 0; i < count; i++) sum += blocks[i / kBlock].x[i % kBlock] + blocks[i / kBlock].y[i % kBlock];
    const double work = double(count) * steps;
    std::printf("%.0f %.0f steps/s (sum %.9f)\n", work / seconds, work / processorSeconds, sum);
}
