return await SupportGrid.Train.TrainCommands.Build().Parse(args).InvokeAsync();
