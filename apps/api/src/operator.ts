import 'reflect-metadata';
import { runCommand } from './command';
import { operatorCommand } from './features/identity/operator.command';

runCommand((source) => operatorCommand(process.argv.slice(2), source, process.stdout));
