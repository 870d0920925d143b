using SupportGrid.Gateway.Edge;

namespace SupportGrid.Gateway.Admin;

/// <summary>
/// Reads whole configurations, few at once: reading a large one keeps a processor busy for seconds. Of each tenant one
/// is read and a few wait, so that no tenant's texts hold up another's for longer than one of them takes.
/// </summary>
public sealed class ConfigurationReads : IDisposable
{
    /// <summary>Texts that are read at once.</summary>
    public const int AtOnceMax = 2;

    /// <summary>Texts of one tenant that are read or wait.</summary>
    public const int TenantTextsMax = 8;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly Func<string, CancellationToken, ConfigurationYamlResult> _read;
    private readonly SemaphoreSlim _reading = new(AtOnceMax);
    private readonly Lock _counting = new();
    private readonly Dictionary<string, TenantLine> _lines = [];

    public ConfigurationReads()
        : this(ConfigurationYaml.Read)
    {
    }

    internal ConfigurationReads(Func<string, CancellationToken, ConfigurationYamlResult> read) => _read = read;

    /// <exception cref="OperationCanceledException">The caller is gone; the text is read no further.</exception>
    /// <exception cref="Grpc.Core.RpcException">RATE_LIMITED: enough texts of the tenant wait.</exception>
    public async Task<ConfigurationYamlResult> Read(string tenant, string yaml, CancellationToken cancelled)
    {
        var line = Join(tenant);
        try
        {
            using (await Turn.Take(line.Reading, cancelled))
            using (await Turn.Take(_reading, cancelled))
            {
                return _read(yaml, cancelled);
            }
        }
        finally
        {
            Leave(tenant, line);
        }
    }

    public void Dispose() => _reading.Dispose();

    private TenantLine Join(string tenant)
    {
        lock (_counting)
        {
            if (!_lines.TryGetValue(tenant, out var line))
            {
                _lines[tenant] = line = new TenantLine();
            }

            if (line.Texts == TenantTextsMax)
            {
                throw EdgeErrors.LimitReached(
                    EdgeReasons.RateLimited, "Too many configurations at once; wait and send it again.", RetryAfter);
            }

            line.Texts++;
            return line;
        }
    }

    private void Leave(string tenant, TenantLine line)
    {
        lock (_counting)
        {
            if (--line.Texts == 0)
            {
                _lines.Remove(tenant);
                line.Reading.Dispose();
            }
        }
    }

    private sealed class TenantLine
    {
        public SemaphoreSlim Reading { get; } = new(1);

        public int Texts { get; set; }
    }

    private readonly struct Turn(SemaphoreSlim of) : IDisposable
    {
        public static async Task<Turn> Take(SemaphoreSlim of, CancellationToken cancelled)
        {
            await of.WaitAsync(cancelled);
            return new Turn(of);
        }

        public void Dispose() => of.Release();
    }
}
