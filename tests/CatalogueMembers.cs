using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Tests;

/// <summary>Every member of every catalogue as a case of a test, by what it is and by name. Test projects share this file.</summary>
internal static class CatalogueMembers
{
    internal static TheoryData<string, string> All
    {
        get
        {
            var members = new TheoryData<string, string>();
            foreach ((Catalogue catalogue, Member member) in Kinds.All.SelectMany(c => c.All, (c, m) => (c, m)))
            {
                members.Add(catalogue.Noun, member.Name);
            }

            return members;
        }
    }
}
