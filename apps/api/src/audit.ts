import 'reflect-metadata';
import { runCommand } from './command';
import { auditCommand } from './features/audit/audit.command';

runCommand((source) => auditCommand(source, process.stdout));
