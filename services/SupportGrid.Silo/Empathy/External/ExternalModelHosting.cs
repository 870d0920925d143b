using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SupportGrid.Silo.Empathy.External;

/// <summary>Gives a host a model outside of the platform.</summary>
public static class ExternalModelHosting
{
    /// <summary>
    /// Call it after the actors were added: it starts after them and stops before them. Without an endpoint nothing is
    /// added, and no connection is ever made.
    /// </summary>
    /// <exception cref="ArgumentException">An option breaks one of <see cref="ExternalModelRules"/>.</exception>
    public static IHostApplicationBuilder AddExternalModel(
        this IHostApplicationBuilder builder, ExternalModelOptions options)
    {
        if (options.Endpoint is null)
        {
            return builder;
        }

        if (ExternalModelRules.Check(options) is [var (setting, problem), ..])
        {
            throw new ArgumentException($"{setting} {problem}", nameof(options));
        }

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<ExternalReadings>();
        builder.Services.AddSingleton<IExternalReader>(static s => s.GetRequiredService<ExternalReadings>());
        builder.Services.AddHostedService(static s => s.GetRequiredService<ExternalReadings>());
        return builder;
    }
}
