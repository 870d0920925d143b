using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Abstractions;

namespace SupportGrid.Tidy.Tests;

/// <summary>
/// Methods that fit on a screen. Lines are counted from the signature to the last brace, without comments above.
/// </summary>
public sealed class MethodTests(ITestOutputHelper output)
{
    private const int LinesMax = 70;
    private const int LinesOfNineInTen = 25;

    [Fact]
    public void Methods_are_short()
    {
        var all = Repository.Files(".cs").SelectMany(MethodsOf).OrderBy(m => m.Lines).ToList();
        var half = all[all.Count / 2].Lines;
        var nineInTen = all[all.Count * 9 / 10].Lines;
        output.WriteLine($"{all.Count} methods: p50 {half}, p90 {nineInTen}, longest {all[^1]}");
        Assert.DoesNotContain(all, m => m.Lines > LinesMax);
        Assert.True(nineInTen <= LinesOfNineInTen, $"nine in ten methods have at most {nineInTen} lines");
    }

    private static IEnumerable<Measured> MethodsOf(string file) =>
        CSharpSyntaxTree.ParseText(Repository.Read(file), new CSharpParseOptions(LanguageVersion.Preview))
            .GetRoot()
            .DescendantNodes()
            .OfType<BaseMethodDeclarationSyntax>()
            .Where(m => m.Body is not null || m.ExpressionBody is not null)
            .Select(m => new Measured(LinesOf(m), $"{file}: {NameOf(m)}"));

    private static int LinesOf(BaseMethodDeclarationSyntax method)
    {
        var first = method.AttributeLists.Count > 0
            ? method.AttributeLists[^1].GetLastToken().GetNextToken()
            : method.GetFirstToken();
        return method.SyntaxTree.GetLineSpan(method.Span).EndLinePosition.Line
            - first.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
    }

    private static string NameOf(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax m => m.Identifier.Text,
        ConstructorDeclarationSyntax c => c.Identifier.Text,
        _ => method.Kind().ToString(),
    };

    private sealed record Measured(int Lines, string Where);
}
