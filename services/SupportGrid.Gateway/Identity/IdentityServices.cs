using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportGrid.Gateway.Guests;

namespace SupportGrid.Gateway.Identity;

/// <summary>Authentication by bearer tokens, of the local issuer or of an OIDC authority.</summary>
internal static class IdentityServices
{
    /// <exception cref="ArgumentException">A setting is wrong; the message names it.</exception>
    public static void AddSupportGridIdentity(this IServiceCollection services, IdentityOptions options)
    {
        IdentityRules.Demand(options);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        if (options.Oidc is { } oidc)
        {
            services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
                .Configure<TimeProvider, ILogger<JwtBearerOptions>>((bearer, time, logger) =>
                {
                    logger.AuthorityOn(oidc.Authority);
                    bearer.Authority = oidc.Authority;
                    bearer.RequireHttpsMetadata = oidc.RequireHttps;
                    bearer.TokenValidationParameters = TokenRules.Oidc(oidc, options, time);
                    Handle(bearer, new CallerTokenHandler(options, ClaimNames.Of(oidc), time));
                });
            return;
        }

        services.AddSingleton(s => LocalIssuer.Open(
            s.GetRequiredService<GatewayOptions>().DataFolder, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<GuestTokens>();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<LocalIssuer, TimeProvider, ILogger<JwtBearerOptions>>((bearer, issuer, time, logger) =>
            {
                logger.LocalIssuerOn(issuer.Key.KeyId);
                bearer.TokenValidationParameters = TokenRules.Local(issuer, options, time);
                Handle(bearer, new CallerTokenHandler(options, ClaimNames.Local, time));
            });
    }

    private static void Handle(JwtBearerOptions bearer, CallerTokenHandler handler)
    {
        bearer.MapInboundClaims = false;
        bearer.SaveToken = false;
        bearer.IncludeErrorDetails = false;
        bearer.TokenHandlers.Clear();
        bearer.TokenHandlers.Add(handler);

        // The edge answers in gRPC terms, and says apart what has expired.
        bearer.Events = new JwtBearerEvents
        {
            OnAuthenticationFailed = failed =>
            {
                failed.HttpContext.Features.Set(new TokenFailure(failed.Exception));
                failed.Fail(failed.Exception);
                return Task.CompletedTask;
            },
        };
    }
}
