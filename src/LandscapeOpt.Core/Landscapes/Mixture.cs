using System.Globalization;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>A weighted sum of any landscapes, each of them a component that mixing rules can weigh step by step.</summary>
/// <remarks>
/// The objective is w₁ f₁ + w₂ f₂ + …, added in this order. The domain is the bounding box of the components' domains, the start that of the
/// first.
/// </remarks>
/// <param name="Parts">The landscapes by the names that columns and figures show.</param>
/// <param name="Weights">Their weights in the objective, each at least 0; none stands for 1/K each.</param>
public readonly record struct Mixture(NamedMembers Parts, NumberList Weights) : ILandscape<Mixture>, ILeastSquares<Mixture>
{
    /// <summary>The trajectory blog's easy and hard landscapes, half each.</summary>
    public Mixture()
        : this(new([KeyValuePair.Create<string, object>("easy", new Easy()), KeyValuePair.Create<string, object>("hard", default(Hard))]), NumberList.Empty)
    {
    }

    /// <inheritdoc/>
    public LandscapeInfo Info
    {
        get
        {
            List<LandscapeInfo> infos = [.. Parts.Values.Select(p => ((ILandscape)p).Info)];
            return new()
            {
                Title = "Mixture of " + string.Join(", ", Parts.Select(p => p.Key)),
                Formula = Text(infos),
                Source = string.Join("; ", infos.Select(i => i.Source).Distinct(StringComparer.Ordinal)),
                Domain = new(infos.Min(i => i.Domain.X0), infos.Max(i => i.Domain.X1), infos.Min(i => i.Domain.Y0), infos.Max(i => i.Domain.Y1)),
                Start = infos[0].Start,
                Kinks = Joined(infos.Select(i => i.Kinks)),
                Plateaus = Joined(infos.Select(i => i.Plateaus)),
            };
        }
    }

    /// <inheritdoc/>
    IReadOnlyList<Component> ILandscape.Components
    {
        get
        {
            Mixture self = this;
            return [.. Parts.Select((p, k) => new Component(p.Key, (ILandscape)p.Value, self.Weight(k)))];
        }
    }

    /// <inheritdoc/>
    bool ILeastSquares.HasResiduals => Parts.Values.All(p => p is ILeastSquares { HasResiduals: true });

    /// <inheritdoc/>
    bool ILandscape.IsComposed => true;

    /// <inheritdoc/>
    string? ILandscape.Misfit => Parts.Count == 0 ? "components must name at least one landscape"
        : Parts.Any(p => !IsKebab(p.Key)) ? "component names must be of the letters a-z, digits and . @ _ -, and begin with a letter or digit"
        : Parts.Select(p => p.Key).Distinct(StringComparer.Ordinal).Count() != Parts.Count ? "component names must differ"
        : Weights.Count != 0 && Weights.Count != Parts.Count ? "weights must be as many as the components"
        : Weights.Count != 0 && Weights.All(w => w == 0) ? "weights must not all be 0"
        : null;

    private string Text(List<LandscapeInfo> infos)
    {
        Mixture self = this;
        List<string> names = [.. Parts.Select(p => FormulaText.Identifier(p.Key))];

        // A name that another one begins with could meet that one's definitions.
        bool clash = names.Where((a, i) => names.Where((b, j) => i != j && b.StartsWith(a, StringComparison.Ordinal)).Any()).Any();
        List<(string Name, ILandscape Landscape)> parts =
            [.. Parts.Select((p, k) => (clash ? string.Create(CultureInfo.InvariantCulture, $"part{k + 1}") : names[k], (ILandscape)p.Value))];
        return string.Concat(parts.Select((p, k) => FormulaText.Definitions(p.Landscape, infos[k].Formula, p.Name)))
            + string.Join(" + ", parts.Select((p, k) => $"{FormulaText.Number(self.Weight(k))} {p.Name}"));
    }

    /// <inheritdoc/>
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T sum = Weight(0) * ((ILandscape)Parts[0].Value).At(x, y);
        for (int k = 1; k < Parts.Count; k++)
        {
            sum += Weight(k) * ((ILandscape)Parts[k].Value).At(x, y);
        }

        return sum;
    }

    private static string? Joined(IEnumerable<string?> texts)
    {
        List<string> stated = [.. texts.OfType<string>().Distinct(StringComparer.Ordinal)];
        return stated.Count == 0 ? null : string.Join("; ", stated);
    }

    private static bool IsKebab(string name) => name.Length > 0
        && (char.IsAsciiLetterLower(name[0]) || char.IsAsciiDigit(name[0]))
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '@' or '_' or '-');

    private double Weight(int k) => Weights.Count == 0 ? 1.0 / Parts.Count : Weights[k];
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Mixture = Add(
        "mixture",
        new Mixture(),
        Parameters.Members<Mixture>("components", "landscape", l => l.Parts, (l, v) => l with { Parts = v }, "the landscapes, by name") with
        { IsRequired = true },
        Parameters.Numbers<Mixture>(
            "weights", l => l.Weights, (l, v) => l with { Weights = v }, NumberRange.NonNegative, "their weights in the objective; 1/K each unless given"));
}
