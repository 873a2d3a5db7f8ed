namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>
/// Expression graphs laid out as a list in which every operation comes after its operands and none occurs twice. Built without recursion, so
/// that no formula is too deep for the stack.
/// </summary>
internal sealed class Sequence
{
    private readonly Dictionary<FormulaNode, int> placed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Step, int> known = [];
    private readonly List<Step> steps = [];

    /// <summary>The operations so far.</summary>
    public IReadOnlyList<Step> Steps => steps;

    /// <summary>Lays out a graph, as far as its parts are not there yet.</summary>
    /// <param name="root">The graph.</param>
    /// <param name="add">Adds an operation whose operands are laid out; by default as it is.</param>
    /// <returns>The index of the root's operation.</returns>
    public int Place(FormulaNode root, Func<Step, int>? add = null)
    {
        var open = new Stack<(FormulaNode Node, bool OperandsDone)>();
        open.Push((root, false));
        while (open.TryPop(out (FormulaNode Node, bool OperandsDone) top))
        {
            FormulaNode node = top.Node;
            if (placed.ContainsKey(node))
            {
                continue;
            }

            if (top.OperandsDone)
            {
                var step = new Step(
                    node.Operation, BitConverter.DoubleToInt64Bits(node.Value), IndexOf(node.A), IndexOf(node.B), IndexOf(node.C));
                placed[node] = add is null ? Add(step) : add(step);
                continue;
            }

            open.Push((node, true));
            if (node.C is not null) open.Push((node.C, false));
            if (node.B is not null) open.Push((node.B, false));
            if (node.A is not null) open.Push((node.A, false));
        }

        return placed[root];
    }

    /// <summary>Adds an operation unless it is there already.</summary>
    /// <returns>Its index.</returns>
    public int Add(Step step)
    {
        if (!known.TryGetValue(step, out int index))
        {
            index = steps.Count;
            steps.Add(step);
            known.Add(step, index);
        }

        return index;
    }

    private int IndexOf(FormulaNode? operand) => operand is null ? -1 : placed[operand];
}

/// <summary>An operation on the results of earlier ones.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Bits">The bits of a constant.</param>
/// <param name="A">The index of the first operand; -1 for none.</param>
/// <param name="B">The index of the second operand; -1 for none.</param>
/// <param name="C">The index of the third operand; -1 for none.</param>
internal readonly record struct Step(Operation Operation, long Bits, int A = -1, int B = -1, int C = -1)
{
    /// <summary>A constant.</summary>
    public static Step Constant(double value) => new(Operation.Constant, BitConverter.DoubleToInt64Bits(value));

    /// <summary>The value, for a constant.</summary>
    public double? Value => Operation == Operation.Constant ? BitConverter.Int64BitsToDouble(Bits) : null;
}
