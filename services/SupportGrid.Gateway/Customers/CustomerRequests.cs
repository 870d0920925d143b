using System.Globalization;
using Google.Protobuf.Collections;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Customers;

/// <summary>
/// What requests of customers must fulfil. Each says everything that is wrong at once, then for whom it acts.
/// </summary>
internal static class CustomerRequests
{
    public static string Check(this V1.OpenInteractionRequest request, Caller caller)
    {
        var check = new RequestValidation();
        CustomerScope.Check(ref check, caller, request.CustomerId);
        check.RequestId(request.RequestId)
            .Name("customer_name", request.CustomerName, 0, RequestLimits.CustomerNameLengthMax)
            .Channel("channel", request.Channel)
            .Id("queue", request.Queue)
            .Name("subject", request.Subject, 0, RequestLimits.SubjectLengthMax)
            .OptionalText("first_message", request.FirstMessage, RequestLimits.TextLengthMax)
            .Number(
                "extra_priority",
                request.ExtraPriority,
                -RequestLimits.ExtraPriorityMax,
                RequestLimits.ExtraPriorityMax)
            .Must(
                request.ExtraPriority == 0 || caller.HasAny(Role.Channel),
                "extra_priority",
                "is only for the role channel")
            .Count("skills", request.Skills.Count, RequestLimits.SkillWishesMax);
        CheckSkills(ref check, request.Skills);
        check.Throw();
        return CustomerScope.Of(caller, request.CustomerId);
    }

    public static string Check(this V1.SendCustomerMessageRequest request, Caller caller)
    {
        var check = new RequestValidation();
        CustomerScope.Check(ref check, caller, request.CustomerId);
        check.RequestId(request.RequestId)
            .Id("interaction_id", request.InteractionId)
            .Text("text", request.Text, 1, RequestLimits.TextLengthMax)
            .Throw();
        return CustomerScope.Of(caller, request.CustomerId);
    }

    public static string Check(this V1.SetCustomerTypingRequest request, Caller caller)
    {
        var check = new RequestValidation();
        CustomerScope.Check(ref check, caller, request.CustomerId);
        check.Id("interaction_id", request.InteractionId).Throw();
        return CustomerScope.Of(caller, request.CustomerId);
    }

    public static string Check(this V1.LeaveInteractionRequest request, Caller caller) =>
        CheckIds(caller, request.RequestId, request.InteractionId, request.CustomerId);

    public static string Check(this V1.ReopenInteractionRequest request, Caller caller) =>
        CheckIds(caller, request.RequestId, request.InteractionId, request.CustomerId);

    public static string Check(this V1.RateInteractionRequest request, Caller caller)
    {
        var check = new RequestValidation();
        CustomerScope.Check(ref check, caller, request.CustomerId);
        check.RequestId(request.RequestId)
            .Id("interaction_id", request.InteractionId)
            .Number("score", request.Score, 1, RequestLimits.RatingMax)
            .OptionalText("comment", request.Comment, RequestLimits.RatingCommentLengthMax)
            .Throw();
        return CustomerScope.Of(caller, request.CustomerId);
    }

    public static string Check(this V1.SwitchChannelRequest request, Caller caller)
    {
        var check = new RequestValidation();
        CustomerScope.Check(ref check, caller, request.CustomerId);
        check.RequestId(request.RequestId)
            .Id("interaction_id", request.InteractionId)
            .Channel("channel", request.Channel)
            .Throw();
        return CustomerScope.Of(caller, request.CustomerId);
    }

    public static string Check(this V1.IdentifyCustomerRequest request, Caller caller)
    {
        var check = new RequestValidation();
        CustomerScope.Check(ref check, caller, request.CustomerId);
        check.RequestId(request.RequestId)
            .Name("customer_name", request.CustomerName, 0, RequestLimits.CustomerNameLengthMax)
            .Key("identity", request.Identity, 0, RequestLimits.IdentityLengthMax)
            .Must(
                request.CustomerName.Length + request.Identity.Length > 0,
                "identity",
                "or customer_name must be given")
            .Throw();
        return CustomerScope.Of(caller, request.CustomerId);
    }

    public static string Check(this V1.ListOwnInteractionsRequest request, Caller caller)
    {
        var check = new RequestValidation();
        CustomerScope.Check(ref check, caller, request.CustomerId);
        check.Throw();
        return CustomerScope.Of(caller, request.CustomerId);
    }

    public static string Check(this V1.WatchInteractionRequest request, Caller caller)
    {
        var check = new RequestValidation();
        CustomerScope.Check(ref check, caller, request.CustomerId);
        check.Id("interaction_id", request.InteractionId).Cursor(request.Cursor).Throw();
        return CustomerScope.Of(caller, request.CustomerId);
    }

    private static string CheckIds(Caller caller, string requestId, string interactionId, string customerId)
    {
        var check = new RequestValidation();
        CustomerScope.Check(ref check, caller, customerId);
        check.RequestId(requestId).Id("interaction_id", interactionId).Throw();
        return CustomerScope.Of(caller, customerId);
    }

    private static void CheckSkills(ref RequestValidation check, RepeatedField<V1.SkillWish> skills)
    {
        for (var i = 0; i < skills.Count && i < RequestLimits.SkillWishesMax; i++)
        {
            var wish = skills[i];
            var field = string.Create(CultureInfo.InvariantCulture, $"skills[{i}]");
            check.Id($"{field}.skill", wish.Skill)
                .Number($"{field}.minimum_level", wish.MinimumLevel, 0, RequestLimits.SkillLevelMax)
                .Must(skills.Take(i).All(s => s.Skill != wish.Skill), $"{field}.skill", "is named twice");
        }
    }
}
