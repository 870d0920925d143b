using System.Globalization;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Tests.Queues;

public sealed class OpeningHoursTests
{
    // Weekdays 9 to 17; Saturday 22:00 to Sunday 02:00; Sunday 02:30 to 03:00.
    private static readonly OpeningHours Berlin = new(
        "Europe/Berlin",
        [
            .. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Friday }.Select(d => new OpenSpan(d, new(9, 0), new(17, 0))),
            new(DayOfWeek.Saturday, new(22, 0), TimeOnly.MaxValue),
            new(DayOfWeek.Sunday, TimeOnly.MinValue, new(2, 0)),
            new(DayOfWeek.Sunday, new(2, 30), new(3, 30)),
        ],
        WhenClosed.Wait);

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc + "Z", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-01-05 08:00:00", true)] // Monday 9:00 in winter
    [InlineData("2026-01-05 07:59:59", false)]
    [InlineData("2026-01-05 16:00:00", false)] // the end is exclusive
    [InlineData("2026-07-06 07:00:00", true)] // Monday 9:00 in summer
    [InlineData("2026-07-06 15:00:00", false)]
    [InlineData("2026-01-07 12:00:00", false)] // Wednesday
    [InlineData("2026-01-10 22:59:59.9999999", true)] // Saturday, the last moment of the day
    [InlineData("2026-01-10 23:30:00", true)] // Sunday 0:30, the other half of the night
    [InlineData("2026-01-11 01:00:00", false)] // Sunday 2:00
    [InlineData("2026-03-29 01:00:00", true)] // 3:00, right after the skipped hour
    [InlineData("2026-10-25 00:35:00", true)] // 2:35 for the first time
    [InlineData("2026-10-25 01:10:00", false)] // 2:10 for the second time
    [InlineData("2026-10-25 01:35:00", true)] // 2:35 for the second time
    public void Hours_are_those_of_the_clock_on_the_wall(string utc, bool open) =>
        Assert.Equal(open, Berlin.IsOpen(At(utc)));

    [Fact]
    public void The_offset_in_which_an_instant_is_written_does_not_matter() =>
        Assert.True(Berlin.IsOpen(At("2026-01-05 08:00:00").ToOffset(TimeSpan.FromHours(-7))));

    [Fact]
    public void No_spans_means_always_open()
    {
        Assert.True(OpeningHours.Always.IsOpen(At("2026-01-04 03:00:00")));
        Assert.True(new OpeningHours("UTC", default, WhenClosed.Refuse).IsOpen(At("2026-01-04 03:00:00")));
    }

    [Fact]
    public void A_zone_that_the_system_lost_counts_as_utc() =>
        Assert.True((Berlin with { TimeZone = "Mars/Olympus" }).IsOpen(At("2026-01-05 09:00:00")));

    [Theory]
    [InlineData("2026-01-05 10:00:00", "2026-01-05 10:00:00")] // open: now
    [InlineData("2026-01-05 16:00:00", "2026-01-06 08:00:00")] // Monday evening: Tuesday
    [InlineData("2026-01-06 16:00:00", "2026-01-09 08:00:00")] // Tuesday evening: Friday
    [InlineData("2026-01-11 03:00:00", "2026-01-12 08:00:00")] // Sunday: Monday
    [InlineData("2026-03-29 00:30:00", "2026-03-29 00:30:00")] // 1:30 is open still
    [InlineData("2026-10-25 01:05:00", "2026-10-25 01:30:00")] // 2:05 for the second time: 2:30 for the second time
    public void The_next_opening_is_told(string utc, string opening) =>
        Assert.Equal(At(opening), Berlin.NextOpening(At(utc)));

    [Fact]
    public void A_span_that_begins_in_the_skipped_hour_opens_after_it()
    {
        var hours = Berlin with { Spans = [new(DayOfWeek.Sunday, new(2, 30), new(3, 30))] };
        Assert.Equal(At("2026-03-29 01:00:00"), hours.NextOpening(At("2026-03-29 00:30:00")));
    }

    [Fact]
    public void Once_a_week_comes_round_again()
    {
        var hours = Berlin with { Spans = [new(DayOfWeek.Monday, new(9, 0), new(10, 0))] };
        Assert.Equal(At("2026-01-12 08:00:00"), hours.NextOpening(At("2026-01-05 09:00:00")));
    }
}
