import 'reflect-metadata';
import { runCommand } from './command';
import { importCommand } from './features/imports/imports.command';

runCommand((source) => importCommand(process.argv.slice(2), source, process.stdout));
