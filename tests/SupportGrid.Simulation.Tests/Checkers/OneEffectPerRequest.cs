using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests.Checkers;

/// <summary>
/// I6: however often a request is sent, it has one effect, and once it has had it every answer is the same. A refused
/// request changed nothing: asked again later it may be granted.
/// </summary>
internal sealed class OneEffectPerRequest : IChecker
{
    public string Name => "I6 one effect per request";

    public IEnumerable<string> Check(History history)
    {
        var effects = history.Log.Where(static e => e.RequestId is not null).ToLookup(static e => (e.Stream, e.RequestId!));
        foreach (var effect in effects)
        {
            var versions = effect.Select(static e => e.Version).ToArray();
            if (versions[^1] - versions[0] + 1 != versions.Length || effect.Select(static e => e.At).Distinct().Count() > 1)
            {
                yield return $"{effect.Key.Item2} changed {effect.Key.Stream} at versions {string.Join(", ", versions)}.";
            }
        }

        foreach (var answers in history.Answers.GroupBy(static a => (a.Stream, a.RequestId)))
        {
            var effect = effects[answers.Key].ToArray();
            if (effect.Length == 0)
            {
                continue;
            }

            var granted = answers.SkipWhile(a => a.Refusal is not null || a.Version < effect[0].Version).ToArray();
            if (granted.Any(a => a.Refusal is not null || a.Version != effect[^1].Version))
            {
                yield return $"{answers.Key.RequestId} took effect at version {effect[^1].Version} and was answered "
                    + $"{string.Join(", ", granted.Select(static a => a.Refusal?.Code ?? $"version {a.Version}"))}.";
            }

            if (granted.Length == 0)
            {
                yield return $"{answers.Key.RequestId} took effect and was only ever refused.";
            }
        }
    }
}
