using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

/// <inheritdoc/>
[SuppressMessage("Naming", "CA1710", Justification = "The name is that of the original.")]
public class ObserverManager<TObserver> : ObserverManager<IAddressable, TObserver>
{
    /// <inheritdoc/>
    public ObserverManager(TimeSpan expiration, ILogger log)
        : base(expiration, log)
    {
    }
}
