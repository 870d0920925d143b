using SupportGrid.EventStore.Tests.Suite;

namespace SupportGrid.EventStore.Tests.Sqlite;

// The suites, run against SQLite with its writer thread and with inline writes.

public sealed class SqliteAppendTests : AppendSuite
{
    protected override ILogHost NewHost() => new SqliteHost();
}

public sealed class SqliteInlineAppendTests : AppendSuite
{
    protected override ILogHost NewHost() => new SqliteHost(inline: true);
}

public sealed class SqliteClaimTests : ClaimSuite
{
    protected override ILogHost NewHost() => new SqliteHost();
}

public sealed class SqliteInlineClaimTests : ClaimSuite
{
    protected override ILogHost NewHost() => new SqliteHost(inline: true);
}

public sealed class SqliteOpenStreamTests : OpenStreamSuite
{
    protected override ILogHost NewHost() => new SqliteHost();
}

public sealed class SqliteInlineOpenStreamTests : OpenStreamSuite
{
    protected override ILogHost NewHost() => new SqliteHost(inline: true);
}

public sealed class SqliteReactionTests : ReactionSuite
{
    protected override ILogHost NewHost() => new SqliteHost();
}

public sealed class SqliteInlineReactionTests : ReactionSuite
{
    protected override ILogHost NewHost() => new SqliteHost(inline: true);
}

public sealed class SqliteSnapshotTests : SnapshotSuite
{
    protected override ILogHost NewHost() => new SqliteHost();
}

public sealed class SqliteInlineSnapshotTests : SnapshotSuite
{
    protected override ILogHost NewHost() => new SqliteHost(inline: true);
}

public sealed class SqliteFeedTests : FeedSuite
{
    protected override ILogHost NewHost() => new SqliteHost();
}

public sealed class SqliteInlineFeedTests : FeedSuite
{
    protected override ILogHost NewHost() => new SqliteHost(inline: true);
}

public sealed class SqliteSubscriptionTests : SubscriptionSuite
{
    protected override ILogHost NewHost() => new SqliteHost();
}

public sealed class SqliteInlineSubscriptionTests : SubscriptionSuite
{
    protected override ILogHost NewHost() => new SqliteHost(inline: true);
}

public sealed class SqliteConcurrencyTests : ConcurrencySuite
{
    protected override ILogHost NewHost() => new SqliteHost();
}

public sealed class SqliteInlineConcurrencyTests : ConcurrencySuite
{
    protected override ILogHost NewHost() => new SqliteHost(inline: true);
}

public sealed class SqliteArchiveTests : ArchiveSuite
{
    protected override ILogHost NewHost() => new SqliteHost();
}

public sealed class SqliteInlineArchiveTests : ArchiveSuite
{
    protected override ILogHost NewHost() => new SqliteHost(inline: true);
}
