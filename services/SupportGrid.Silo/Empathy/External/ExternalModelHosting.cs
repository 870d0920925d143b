using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportGrid.Empathy.External.Chat;

namespace SupportGrid.Silo.Empathy.External;

/// <summary>Gives a host a model outside of the platform.</summary>
public static class ExternalModelHosting
{
    /// <summary>
    /// Call it after the actors were added: it starts after them and stops before them. Without an endpoint nothing is
    /// added, and no connection is ever made.
    /// </summary>
    /// <param name="client">
    /// What asks the service; null: the chat-completions protocol. Limits, budget and what leaves are the same for any,
    /// and the endpoint says to operators where texts go.
    /// </param>
    /// <exception cref="ArgumentException">An option breaks one of <see cref="ExternalModelRules"/>.</exception>
    public static IHostApplicationBuilder AddExternalModel(
        this IHostApplicationBuilder builder,
        ExternalModelOptions options,
        Func<IServiceProvider, IChatClient>? client = null)
    {
        if (options.Endpoint is null)
        {
            return builder;
        }

        if (ExternalModelRules.Check(options) is [var (setting, problem), ..])
        {
            throw new ArgumentException($"{setting} {problem}", nameof(options));
        }

        builder.Services.AddSingleton(services => new ExternalReadings(
            options,
            client?.Invoke(services) ?? ClientOf(options),
            services.GetRequiredService<IGrainFactory>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<ExternalReadings>>()));
        builder.Services.AddSingleton<IExternalReader>(static s => s.GetRequiredService<ExternalReadings>());
        builder.Services.AddHostedService(static s => s.GetRequiredService<ExternalReadings>());
        return builder;
    }

    private static ChatCompletionsClient ClientOf(ExternalModelOptions options) => new(new ChatCompletionsOptions
    {
        Endpoint = options.Endpoint!, Model = options.Model, Key = options.Key,
    });
}
