using System.Globalization;

namespace SupportGrid.Domain.Tests.Oracles;

/// <summary>
/// The real matcher against queueing theory. A tolerance of the oracle is four standard deviations of a run of its
/// length; a shorter run gets a wider one, by the square root. Everyday runs are short; the environment variable
/// SUPPORTGRID_ORACLE_SHARE sets the share of the oracle's own length, 1 being all of it. Random agent selection is not
/// offered by the product, so its points (F4-2, F4-5) are left out; F7 and F8 judge estimates and whole days. Points
/// of which every measure is wide are no gate.
/// </summary>
public abstract class QueueingOracleTests
{
    private const int EverydayContacts = 5_000;

    private static double? Share { get; } = double.TryParse(
        Environment.GetEnvironmentVariable("SUPPORTGRID_ORACLE_SHARE"), CultureInfo.InvariantCulture, out var share)
        ? share
        : null;

    private static void Check(string id)
    {
        var point = OraclePoint.Of(id);
        var contacts = Share is { } share ? (int)(point.Contacts * share) : EverydayContacts;
        var centre = Centres.Of(point);
        var run = new CentreRun(centre, warmup: contacts / 10, contacts, seed: 20_260_301);
        run.Go();
        var measures = new CentreMeasures(centre, run);
        var wider = Math.Sqrt((double)point.Contacts / contacts);
        var wrong = point.Measures
            .Where(m => m.Power != "wide")
            .Select(m => (Measure: m, Found: measures.Of(m)))
            .Where(m => Math.Abs(m.Found - m.Measure.Expected) > m.Measure.Tolerance * wider)
            .Select(m => string.Create(
                CultureInfo.InvariantCulture,
                $"{m.Measure.Metric} {m.Measure.Class}: {m.Found:g6}, expected {m.Measure.Expected:g6} ± {m.Measure.Tolerance * wider:g3}"))
            .ToList();
        Assert.True(wrong.Count == 0, $"{id} over {contacts} contacts: {string.Join("; ", wrong)}");
    }

    public sealed class OneQueueAndSelection
    {
        [SharedDataTheory]
        [InlineData("F1-1")]
        [InlineData("F1-2")]
        [InlineData("F1-4")]
        [InlineData("F2-1")]
        [InlineData("F2-2")]
        [InlineData("F2-3")]
        [InlineData("F2-6")]
        public void First_come_first_served_agrees_with_theory(string point) => Check(point);

        [SharedDataTheory]
        [InlineData("F4-1")]
        [InlineData("F4-3")]
        [InlineData("F4-4")]
        [InlineData("F4-6")]
        public void Longest_idle_and_ordered_selection_agree_with_theory(string point) => Check(point);
    }

    public sealed class Priorities
    {
        [SharedDataTheory]
        [InlineData("F3-1")]
        [InlineData("F3-2")]
        [InlineData("F3-3")]
        [InlineData("F3-4")]
        [InlineData("F3-5")]
        [InlineData("F3-8")]
        public void Strict_priority_agrees_with_theory(string point) => Check(point);

        [SharedDataTheory]
        [InlineData("F6-1")]
        [InlineData("F6-7")]
        [InlineData("F6-8")]
        public void Ageing_agrees_with_theory(string point) => Check(point);
    }

    public sealed class Skills
    {
        [SharedDataTheory]
        [InlineData("F5-1")]
        [InlineData("F5-2")]
        [InlineData("F5-3")]
        [InlineData("F5-6")]
        [InlineData("F5-8")]
        [InlineData("F5-10")]
        [InlineData("F5-12")]
        public void Shared_agents_and_pooling_agree_with_theory(string point) => Check(point);
    }
}
