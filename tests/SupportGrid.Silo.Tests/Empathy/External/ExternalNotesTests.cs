using Microsoft.Extensions.Logging;
using SupportGrid.Silo.Empathy.External;
using SupportGrid.Silo.Tests.Hosting;

namespace SupportGrid.Silo.Tests.Empathy.External;

public sealed class ExternalNotesTests
{
    private readonly ManualTime _time = new(Given.Noon);
    private readonly LogProbe _log = new();

    [Fact]
    public void Note_ManyTurns_TellsOnceAMinuteForEachReasonHowManyThereWere()
    {
        var notes = new ExternalNotes(_log.CreateLogger("notes"), _time);
        for (var turn = 0; turn < 5; turn++)
        {
            notes.Note(ExternalOutcome.Failed);
        }

        notes.Note(ExternalOutcome.TimedOut);
        Assert.Equal(2, _log.Lines.Count);

        _time.Advance(ExternalNotes.Pause);
        notes.Note(ExternalOutcome.Failed);
        Assert.Contains("5 turns were not read", _log.Lines.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Note_WhatIsAsItShouldBe_TellsNothing()
    {
        var notes = new ExternalNotes(_log.CreateLogger("notes"), _time);
        notes.Note(ExternalOutcome.Revised);
        notes.Note(ExternalOutcome.Settled);
        notes.Note(ExternalOutcome.Withdrawn);
        Assert.Empty(_log.Lines);
    }
}
