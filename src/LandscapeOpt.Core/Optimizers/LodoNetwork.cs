using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>
/// The linear map Q of LODO: layers that each permute h numbers by a fixed random order and multiply blocks of them by small matrices (as row
/// vectors, u W). It starts as a random orthogonal map and learns by Adam.
/// </summary>
/// <remarks>There are two copies of what is learned; learning reads one and writes the other, so that a skipped step can be taken back.</remarks>
/// <typeparam name="T">The number type: a scalar or lanes.</typeparam>
internal sealed class LodoNetwork<T>
    where T : struct, IReal<T>
{
    private readonly int layers, block, width;
    private readonly int[] order;

    // The permuted inputs u of each layer and, behind the last, the output; the derivatives δ by each layer's output likewise.
    private readonly T[] inputs, deltas, gradientInputs, gradientDeltas;
    private readonly T[][] weights, first, second;

    internal LodoNetwork(int layers, int block, long seed)
    {
        (this.layers, this.block) = (layers, block);
        width = 4 + block - (4 % block);
        order = new int[layers * width];
        (inputs, deltas) = (new T[order.Length + width], new T[order.Length + width]);
        (gradientInputs, gradientDeltas) = (new T[order.Length + width], new T[order.Length + width]);
        (weights, first, second) = (Copies(), Copies(), Copies());
        var random = new Pcg64((ulong)seed);
        for (int layer = 0; layer < order.Length; layer += width)
        {
            Shuffle(order.AsSpan(layer, width), random);
            for (int at = layer; at < layer + width; at += block)
            {
                Orthogonal(weights[0].AsSpan(at * block, block * block), block, random);
            }
        }
    }

    /// <summary>The weights of a copy: layer by layer, block by block, row by row.</summary>
    internal Span<T> Weights(int copy) => weights[copy];

    /// <summary>Eᵀ Qᵀ Q E m.</summary>
    internal Vec2<T> Precondition(Vec2<T> m, int copy)
    {
        Forward(m, weights[copy], inputs);
        return Backward(weights[copy], inputs, deltas);
    }

    /// <summary>
    /// One step of Adam on the weights, for the m of the last preconditioning and the gradient g where it led: the loss's derivative by the
    /// weights is that of −η ⟨Q E m, Q E g⟩, which is −η (uᵐ δᵍ + uᵍ δᵐ).
    /// </summary>
    /// <returns>The copy that holds what was learned.</returns>
    internal int Learn(Vec2<T> g, T eta, T rate, (T Beta1, T Beta2, T Epsilon) adam, int copy)
    {
        Forward(g, weights[copy], gradientInputs);
        Backward(weights[copy], gradientInputs, gradientDeltas);
        int other = 1 - copy;
        for (int place = 0; place < weights[copy].Length; place++)
        {
            T d = Derivative(place, eta);
            T m = first[other][place] = (adam.Beta1 * first[copy][place]) + ((1 - adam.Beta1) * d);
            T v = second[other][place] = (adam.Beta2 * second[copy][place]) + ((1 - adam.Beta2) * T.Square(d));
            weights[other][place] = weights[copy][place] - (rate * m / (T.Sqrt(v) + adam.Epsilon));
        }

        return other;
    }

    /// <summary>The derivative by one weight, from the last two passes.</summary>
    internal T Derivative(int place, T eta)
    {
        int row = place / block, column = row - (row % width % block) + (place % block);
        return -eta * ((inputs[row] * gradientDeltas[column]) + (gradientInputs[row] * deltas[column]));
    }

    private void Forward(Vec2<T> v, T[] weights, T[] inputs)
    {
        Span<T> output = inputs.AsSpan(order.Length);
        output.Clear();
        (output[0], output[1]) = (v.X, v.Y);
        for (int layer = 0; layer < order.Length; layer += width)
        {
            for (int i = layer; i < layer + width; i++)
            {
                inputs[i] = output[order[i]];
            }

            for (int i = 0; i < width; i++)
            {
                T sum = 0;
                int corner = layer + i - (i % block);
                for (int row = corner; row < corner + block; row++)
                {
                    sum += inputs[row] * weights[(row * block) + (i % block)];
                }

                output[i] = sum;
            }
        }
    }

    // From the forward pass's own output down: Eᵀ Qᵀ output.
    private Vec2<T> Backward(T[] weights, T[] inputs, T[] deltas)
    {
        Span<T> down = deltas.AsSpan(order.Length);
        inputs.AsSpan(order.Length).CopyTo(down);
        for (int layer = order.Length - width; layer >= 0; layer -= width)
        {
            down.CopyTo(deltas.AsSpan(layer));
            for (int row = layer; row < layer + width; row++)
            {
                T sum = 0;
                int corner = row - ((row - layer) % block);
                for (int column = 0; column < block; column++)
                {
                    sum += deltas[corner + column] * weights[(row * block) + column];
                }

                down[order[row]] = sum;
            }
        }

        return new(down[0], down[1]);
    }

    private T[][] Copies() => [new T[order.Length * block], new T[order.Length * block]];

    private static void Shuffle(Span<int> order, Pcg64 random)
    {
        for (int i = 0; i < order.Length; i++)
        {
            int j = (int)(random.NextDouble() * (i + 1));
            order[i] = order[j];
            order[j] = i;
        }
    }

    // Gram-Schmidt on rows of normal variates gives every orthogonal matrix the same chance; twice is enough for full precision.
    private static void Orthogonal(Span<T> matrix, int size, Pcg64 random)
    {
        var rows = new double[size][];
        for (int i = 0; i < size; i++)
        {
            double[] row = rows[i] = [.. Enumerable.Range(0, size).Select(_ => Normal(random))];
            foreach (double[] other in rows[..i].Concat(rows[..i]))
            {
                double overlap = row.Zip(other, (a, b) => a * b).Sum();
                for (int k = 0; k < size; k++)
                {
                    row[k] -= overlap * other[k];
                }
            }

            double norm = Math.Sqrt(row.Sum(a => a * a));
            for (int k = 0; k < size; k++)
            {
                matrix[(i * size) + k] = row[k] /= norm;
            }
        }
    }

    // Box-Muller.
    private static double Normal(Pcg64 random) =>
        Math.Sqrt(-2 * Elementary.Log(1 - random.NextDouble())) * Elementary.Cos(2 * Math.PI * random.NextDouble());
}
