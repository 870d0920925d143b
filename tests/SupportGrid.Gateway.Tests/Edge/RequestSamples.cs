using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Edge;

namespace SupportGrid.Gateway.Tests.Edge;

/// <summary>Requests with every field wrong, and with every field at its limit; filled by field name.</summary>
internal static class RequestSamples
{
    /// <summary>The time at which requests are checked.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public const string NoId = "Not An Id";

    public static readonly string LongId = new('r', RequestLimits.RequestIdLengthMax + 1);

    private static readonly string FullId = new('a', RequestLimits.IdLengthMax);

    /// <summary>What is wrong with texts by field: one character too many, or no id at all.</summary>
    private static readonly Dictionary<string, string> WrongTexts = new()
    {
        ["request_id"] = LongId,
        ["customer_name"] = new('n', RequestLimits.CustomerNameLengthMax + 1),
        ["identity"] = new('i', RequestLimits.IdentityLengthMax + 1),
        ["subject"] = new('s', RequestLimits.SubjectLengthMax + 1),
        ["first_message"] = new('t', RequestLimits.TextLengthMax + 1),
        ["text"] = new('t', RequestLimits.TextLengthMax + 1),
        ["reason"] = new('t', RequestLimits.ReasonLengthMax + 1),
        ["note"] = new('t', RequestLimits.NoteLengthMax + 1),
        ["comment"] = new('t', RequestLimits.RatingCommentLengthMax + 1),
        ["code"] = new('t', RequestLimits.WrapUpCodeLengthMax + 1),
        ["offer_id"] = new('o', 129),
        ["cue_id"] = new('c', 65),
        ["right_label"] = new('l', 65),
        ["language"] = new('l', RequestLimits.LanguageLengthMax + 1),
        ["cursor"] = new('c', RequestLimits.CursorLengthMax + 1),
        ["page_token"] = "no token",
        ["token"] = new('t', RequestLimits.TokenLengthMax + 1),
        ["search"] = new('s', 101),
        ["yaml"] = new('y', RequestLimits.YamlBytesMax + 1),
    };

    private static readonly Dictionary<string, string> FullTexts = new()
    {
        ["request_id"] = new('r', RequestLimits.RequestIdLengthMax),
        ["customer_name"] = new('n', RequestLimits.CustomerNameLengthMax),
        ["identity"] = new('i', RequestLimits.IdentityLengthMax),
        ["subject"] = new('s', RequestLimits.SubjectLengthMax),
        ["first_message"] = new('t', RequestLimits.TextLengthMax),
        ["text"] = new('t', RequestLimits.TextLengthMax),
        ["reason"] = new('t', RequestLimits.ReasonLengthMax),
        ["note"] = new('t', RequestLimits.NoteLengthMax),
        ["comment"] = new('t', RequestLimits.RatingCommentLengthMax),
        ["code"] = new('t', RequestLimits.WrapUpCodeLengthMax),
        ["offer_id"] = new('o', 128),
        ["cue_id"] = new('c', 64),
        ["right_label"] = new('l', 64),
        ["language"] = new('l', RequestLimits.LanguageLengthMax),
        ["cursor"] = new('c', RequestLimits.CursorLengthMax),
        ["page_token"] = "",
        ["token"] = new('t', RequestLimits.TokenLengthMax),
        ["search"] = new('s', 100),
        ["yaml"] = new('y', RequestLimits.YamlBytesMax),
    };

    public static IMessage Wrong(string name)
    {
        var request = New(name);
        Fill(request, WrongTexts, NoId);
        switch (request)
        {
            case OpenInteractionRequest r:
                r.ExtraPriority = double.NaN;
                r.Skills.Add(new SkillWish { Skill = NoId, MinimumLevel = -1 });
                r.Skills.Add(new SkillWish { Skill = "french", MinimumLevel = 5.1 });
                r.Skills.Add(new SkillWish { Skill = "french", MinimumLevel = 5 });
                break;
            case ChangePriorityRequest r:
                r.Priority = RequestLimits.PriorityMax + 1;
                break;
            case RateInteractionRequest r:
                r.Score = RequestLimits.RatingMax + 1;
                break;
            case ListAgentsRequest r:
                r.PageSize = RequestLimits.PageSizeMax + 1;
                break;
            case WatchAlertsRequest r:
                r.Queues.AddRange(Enumerable.Repeat("general", RequestLimits.AlertQueuesMax + 1));
                r.Queues[1] = NoId;
                break;
            case ListInteractionsRequest r:
                r.PageSize = -1;
                break;
            case ListIntervalsRequest r:
                r.Hours = 25;
                break;
            case ApplyConfigurationRequest r:
                r.ExpectedVersion = -1;
                break;
            case IssueTokenRequest r:
                r.Subject = NoId;
                r.Roles.AddRange(["admin", "king"]);
                r.LifetimeSeconds = RequestLimits.TokenSecondsMin - 1;
                break;
            case WatchEventsRequest r:
                r.From = (StartFrom)99;
                r.Types_.AddRange(["InteractionClosed", ""]);
                break;
        }

        return request;
    }

    public static IMessage AtLimits(string name)
    {
        var request = New(name);
        Fill(request, FullTexts, FullId);
        switch (request)
        {
            case OpenInteractionRequest r:
                r.Channel = Channel.Callback;
                r.ExtraPriority = -RequestLimits.ExtraPriorityMax;
                r.Skills.Add(Enumerable.Range(0, RequestLimits.SkillWishesMax)
                    .Select(n => new SkillWish { Skill = $"s{n}", MinimumLevel = RequestLimits.SkillLevelMax }));
                break;
            case SwitchChannelRequest r:
                r.Channel = Channel.Voice;
                break;
            case ChangePriorityRequest r:
                r.Priority = RequestLimits.PriorityMax;
                break;
            case RateInteractionRequest r:
                r.Score = RequestLimits.RatingMax;
                break;
            case ListAgentsRequest r:
                r.PageSize = RequestLimits.PageSizeMax;
                break;
            case AnswerCueRequest r:
                r.Answer = CueAnswer.Disputed;
                break;
            case RestoreCueKindRequest r:
                r.Kind = CueKind.Closing;
                break;
            case WatchAlertsRequest r:
                r.Queues.AddRange(Enumerable.Repeat(FullId, RequestLimits.AlertQueuesMax));
                break;
            case ListIntervalsRequest r:
                r.Hours = 24;
                break;
            case ListInteractionsRequest r:
                r.PageToken = PageToken.Of("interactions", "17");
                break;
            case ExplainDecisionRequest r:
                r.AgentId = "";
                break;
            case PutEntryRequest r:
                r.Kind = EntryKind.Agent;
                r.Yaml = new('y', RequestLimits.EntryYamlBytesMax);
                break;
            case RemoveEntryRequest r:
                r.Kind = EntryKind.Skill;
                break;
            case GetOwnDayRequest r:
                r.Since = Timestamp.FromDateTimeOffset(Now.AddHours(-48).AddSeconds(1));
                break;
            case IssueTokenRequest r:
                r.Subject = FullId;
                r.Roles.Add("admin");
                r.LifetimeSeconds = RequestLimits.TokenSecondsMax;
                break;
            case WatchEventsRequest r:
                r.Types_.AddRange(Enumerable.Repeat(new string('T', 100), RequestLimits.EventTypesMax));
                break;
        }

        return request;
    }

    private static IMessage New(string name) => (IMessage)Activator.CreateInstance(
        typeof(OpenInteractionRequest).Assembly.GetType($"SupportGrid.Api.V1.{name}", throwOnError: true)!)!;

    /// <summary>Every text field: by its name if it is named, else it is an id.</summary>
    private static void Fill(IMessage request, Dictionary<string, string> texts, string id)
    {
        foreach (var field in request.Descriptor.Fields.InDeclarationOrder())
        {
            if (field is { FieldType: FieldType.String, IsRepeated: false })
            {
                field.Accessor.SetValue(request, texts.GetValueOrDefault(field.Name, id));
            }
        }
    }
}
