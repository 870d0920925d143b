using System.Globalization;
using System.Text;

namespace SupportGrid.Substitutes.Orleans.Simulation.Internal;

/// <summary>What happened, as a hash over everything and as text for the end of it.</summary>
internal sealed class SimulationTrace(SimulatedTime time, int linesMax)
{
    private const ulong Prime = 1099511628211;

    private readonly Queue<(TimeSpan At, string Place, string What)> _last = new();
    private ulong _hash = 14695981039346656037;

    /// <summary>Turns so far.</summary>
    internal long Turns { get; private set; }

    internal string Hash => _hash.ToString("x16", CultureInfo.InvariantCulture);

    internal void Turn(string place)
    {
        Turns++;
        Mix(place);
    }

    internal void Started(string place, string what)
    {
        Mix(what);
        _last.Enqueue((time.Elapsed, place, what));
        if (_last.Count > linesMax)
        {
            _last.Dequeue();
        }
    }

    internal void WriteTo(StringBuilder report)
    {
        foreach (var (at, place, what) in _last)
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"  {at:c} {place}: {what}");
        }
    }

    private void Mix(string text)
    {
        var hash = (_hash ^ (ulong)time.Elapsed.Ticks) * Prime;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * Prime;
        }

        _hash = hash;
    }
}
