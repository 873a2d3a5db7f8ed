namespace LandscapeOpt.Figures.Canvas;

/// <summary>Unicode's own sub- and superscript characters and what they stand for.</summary>
internal static class UnicodeScripts
{
    private const string Super = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ";
    private const string SuperPlain = "0123456789+−=()niabcdefghjklmoprstuvwxyzT";
    private const string Sub = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ";
    private const string SubPlain = "0123456789+−=()aeoxhklmnpstijruv";

    /// <summary>Finds the plain character behind a sub- or superscript character.</summary>
    public static bool TryResolve(char c, out char plain, out int script)
    {
        (plain, script) = (c, 0);
        if (c < '²')
            return false;
        int i = Super.IndexOf(c, StringComparison.Ordinal);
        if (i >= 0)
            (plain, script) = (SuperPlain[i], 1);
        else if ((i = Sub.IndexOf(c, StringComparison.Ordinal)) >= 0)
            (plain, script) = (SubPlain[i], -1);
        return script != 0;
    }
}
