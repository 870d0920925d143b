return await SupportGrid.Replay.ReplayCommand.Build().Parse(args).InvokeAsync();
