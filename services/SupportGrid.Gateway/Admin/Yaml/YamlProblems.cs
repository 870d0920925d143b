namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>Collects what is wrong, so that all of it is told at once.</summary>
internal sealed class YamlProblems
{
    /// <summary>Problems kept; who has more has a text of another kind.</summary>
    public const int Max = 500;

    private readonly List<YamlProblem> _problems = [];

    public bool IsEmpty => _problems.Count == 0;

    /// <summary>Whether another one would not be kept: looking for it is in vain.</summary>
    public bool IsFull => _problems.Count >= Max;

    public void Add(int line, string path, string rule) => Add(new YamlProblem(line, path, rule));

    public void Add(YamlProblem problem)
    {
        if (!IsFull)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<YamlProblem> ToList() => [.. _problems.OrderBy(p => p.Line)];
}
