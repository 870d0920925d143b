using SupportGrid.EventStore.Tests.Suite;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>The suites, run against SQLite with its writer thread and with inline writes.</summary>
public static class SqliteSuites
{
    public sealed class AppendTests : AppendSuite
    {
        protected override ILogHost NewHost() => new SqliteHost();
    }

    public sealed class InlineAppendTests : AppendSuite
    {
        protected override ILogHost NewHost() => new SqliteHost(inline: true);
    }

    public sealed class ArchiveTests : ArchiveSuite
    {
        protected override ILogHost NewHost() => new SqliteHost();
    }

    public sealed class InlineArchiveTests : ArchiveSuite
    {
        protected override ILogHost NewHost() => new SqliteHost(inline: true);
    }

    public sealed class ClaimTests : ClaimSuite
    {
        protected override ILogHost NewHost() => new SqliteHost();
    }

    public sealed class InlineClaimTests : ClaimSuite
    {
        protected override ILogHost NewHost() => new SqliteHost(inline: true);
    }

    public sealed class ConcurrencyTests : ConcurrencySuite
    {
        protected override ILogHost NewHost() => new SqliteHost();
    }

    public sealed class InlineConcurrencyTests : ConcurrencySuite
    {
        protected override ILogHost NewHost() => new SqliteHost(inline: true);
    }

    public sealed class FeedTests : FeedSuite
    {
        protected override ILogHost NewHost() => new SqliteHost();
    }

    public sealed class InlineFeedTests : FeedSuite
    {
        protected override ILogHost NewHost() => new SqliteHost(inline: true);
    }

    public sealed class OpenStreamTests : OpenStreamSuite
    {
        protected override ILogHost NewHost() => new SqliteHost();
    }

    public sealed class InlineOpenStreamTests : OpenStreamSuite
    {
        protected override ILogHost NewHost() => new SqliteHost(inline: true);
    }

    public sealed class ReactionTests : ReactionSuite
    {
        protected override ILogHost NewHost() => new SqliteHost();
    }

    public sealed class InlineReactionTests : ReactionSuite
    {
        protected override ILogHost NewHost() => new SqliteHost(inline: true);
    }

    public sealed class SnapshotTests : SnapshotSuite
    {
        protected override ILogHost NewHost() => new SqliteHost();
    }

    public sealed class InlineSnapshotTests : SnapshotSuite
    {
        protected override ILogHost NewHost() => new SqliteHost(inline: true);
    }

    public sealed class SubscriptionTests : SubscriptionSuite
    {
        protected override ILogHost NewHost() => new SqliteHost();
    }

    public sealed class InlineSubscriptionTests : SubscriptionSuite
    {
        protected override ILogHost NewHost() => new SqliteHost(inline: true);
    }
}
