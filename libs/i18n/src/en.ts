import comments from '../messages/en/comments.json';
import councils from '../messages/en/councils.json';
import ideas from '../messages/en/ideas.json';
import municipalities from '../messages/en/municipalities.json';
import problems from '../messages/en/problems.json';
import shell from '../messages/en/shell.json';

export default {
  comments,
  councils,
  ideas,
  municipalities,
  problems,
  shell,
};
