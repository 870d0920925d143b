using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportGrid.Substitutes.Orleans;

namespace Orleans.Hosting;

/// <summary>Adds reminders.</summary>
public static class SiloBuilderReminderExtensions
{
    /// <summary>Adds reminders. They are kept in memory unless an <see cref="IReminderStore"/> is registered.</summary>
    public static ISiloBuilder AddReminders(this ISiloBuilder builder) => builder.ConfigureServices(services =>
    {
        services.TryAddSingleton<IReminderStore, InMemoryReminderStore>();
    });

    /// <summary>Adds reminders that live in memory and die with the process.</summary>
    public static ISiloBuilder UseInMemoryReminderService(this ISiloBuilder builder) => builder.AddReminders();
}
